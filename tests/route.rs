//! Links: every state survives its own hash, and no hash breaks the program.

use parallax::attribution::SourceKind;
use parallax::entity::EntityType;
use parallax::route::*;
use proptest::prelude::*;

fn id() -> impl Strategy<Value = String> {
    // Ids are path segments: anything but empty.
    prop_oneof!["[a-z0-9-]{1,12}", "\\PC{1,8}"].prop_filter("ids are not empty", |s| !s.is_empty())
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof!["", "[a-z \"*:,+&=#%/?~-]{0,20}", "\\PC{0,12}"]
}

fn column() -> impl Strategy<Value = Column> {
    prop_oneof![id().prop_map(Column::Outlet), id().prop_map(Column::Article)]
}

fn pick<T: Clone + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    proptest::sample::select(all)
}

fn evidence() -> impl Strategy<Value = EvidenceKey> {
    let within = || proptest::option::of(column());
    prop_oneof![
        (id(), within(), proptest::option::of(words()))
            .prop_map(|(actor, within, label)| EvidenceKey::Mentions { actor, within, label }),
        (id(), id()).prop_map(|(actor, other)| EvidenceKey::Together { actor, other }),
        (id(), 0..900usize)
            .prop_map(|(article, sentence)| EvidenceKey::Statement { article, sentence }),
        (id(), 0..900usize)
            .prop_map(|(article, sentence)| EvidenceKey::Sentence { article, sentence }),
        (
            within(),
            proptest::option::of(pick(&SourceKind::ALL)),
            proptest::option::of(prop_oneof![
                words().prop_map(QuotedBy::Actor),
                words().prop_map(QuotedBy::Words)
            ])
        )
            .prop_map(|(within, kind, source)| EvidenceKey::Quotes {
                within,
                kind,
                source
            }),
        within().prop_map(|within| EvidenceKey::Numbers { within }),
        (words(), within()).prop_map(|(value, within)| EvidenceKey::Time { value, within }),
    ]
}

fn page() -> impl Strategy<Value = Page> {
    const ARTICLE_SORTS: [ArticleSort; 4] =
        [ArticleSort::Outlet, ArticleSort::Date, ArticleSort::Headline, ArticleSort::Length];
    let facet =
        (pick(&[FacetField::Outlet, FacetField::Actor, FacetField::Kind]), words(), any::<bool>())
            .prop_map(|(field, value, exclude)| Facet { field, value, exclude });
    prop_oneof![
        Just(Page::Overview),
        (pick(&ARTICLE_SORTS), proptest::option::of(id()))
            .prop_map(|(sort, outlet)| Page::Articles { sort, outlet }),
        (
            id(),
            proptest::option::of(0..900usize),
            any::<bool>(),
            proptest::sample::subsequence(MarkKind::ALL.to_vec(), 0..=4)
        )
            .prop_map(|(id, at, cut, hide)| Page::Article { id, at, cut, hide }),
        (
            prop_oneof![
                Just(ActorSort::Total),
                Just(ActorSort::Name),
                Just(ActorSort::Kind),
                id().prop_map(ActorSort::Outlet)
            ],
            proptest::option::of(pick(&EntityType::ALL)),
            words()
        )
            .prop_map(|(sort, kind, filter)| Page::Actors { sort, kind, filter }),
        id().prop_map(|id| Page::Actor { id }),
        (
            proptest::collection::vec(column(), 0..=4),
            pick(&CompareTable::ALL),
            pick(&Show::ALL),
            any::<bool>()
        )
            .prop_map(|(columns, table, show, locked)| Page::Compare {
                columns,
                table,
                show,
                locked
            }),
        (words(), proptest::collection::vec(facet, 0..4))
            .prop_map(|(query, facets)| Page::Search { query, facets }),
        Just(Page::Corrections),
        Just(Page::Library),
        Just(Page::About),
    ]
}

proptest! {
    #[test]
    fn every_state_survives_its_hash(page in page(), open in proptest::option::of(evidence())) {
        let route = Route { page, open };
        let hash = route.to_hash();
        prop_assert!(hash.starts_with("#/"));
        prop_assert!(hash.is_ascii(), "{hash}");
        prop_assert_eq!(Route::parse(&hash), route);
    }

    #[test]
    fn any_text_is_a_route(hash in "\\PC{0,60}") {
        let route = Route::parse(&hash);
        if let Page::Lost { reason, .. } = &route.page {
            prop_assert!(!reason.is_empty());
        } else {
            prop_assert_eq!(Route::parse(&route.to_hash()), route);
        }
    }

    #[test]
    fn any_query_is_a_route(query in "[a-z=&%,:?#0-9+-]{0,40}") {
        for page in ["", "articles", "actors", "compare", "search"] {
            Route::parse(&format!("#/{page}?{query}"));
        }
    }
}

/// What is wrong with a link is said in words.
#[test]
fn reasons() {
    let table = [
        ("#main", "links of this program begin with #/"),
        ("#/nowhere", "there is no page \"nowhere\""),
        ("#/articles/a/b", "there is no page \"articles/a/b\""),
        ("#/articles?sort=mood", "articles cannot be sorted by \"mood\""),
        ("#/articles/x?s=ten", "\"ten\" is no sentence number"),
        ("#/articles/x?hide=smiles", "there are no marks called \"smiles\""),
        ("#/actors?type=DOG", "there is no type \"DOG\""),
        ("#/compare?cols=a,b,c,d,e", "at most four columns can stand side by side"),
        ("#/compare?table=chairs", "there is no table \"chairs\""),
        ("#/compare?lock=maybe", "\"lock\" is 0 or 1, not \"maybe\""),
        ("#/search?f=colour:red", "\"colour:red\" is no filter"),
        ("#/search?q=%zz", "a % is not followed by two hexadecimal digits"),
        ("#/search?q=%ff", "the link is not valid UTF-8"),
        ("#/search?q=a&q=b", "\"q\" stands more than once"),
        ("#/?open=door", "\"door\" cannot be opened"),
        ("#/about?colour=red", "\"colour\" means nothing on this page"),
    ];
    for (hash, expected) in table {
        match Route::parse(hash).page {
            Page::Lost { reason, hash: kept } => {
                assert_eq!(reason, expected, "{hash}");
                assert_eq!(kept, hash);
            }
            other => panic!("{hash} became {other:?}"),
        }
    }
}

/// Links stay short and readable, because people send them to each other.
#[test]
fn readable_links() {
    let table = [
        (Route::to(Page::Overview), "#/"),
        (Route::article("cnn-1", Some(3)), "#/articles/cnn-1?s=3"),
        (Route::search("raqqa offensive"), "#/search?q=raqqa+offensive"),
        (
            Route::to(Page::Compare {
                columns: vec![Column::Outlet("cnn".into()), Column::Article("x-1".into())],
                table: CompareTable::Statements,
                show: Show::Shared,
                locked: false,
            }),
            "#/compare?cols=o:cnn,a:x-1&table=statements&show=shared&lock=0",
        ),
    ];
    for (route, hash) in table {
        assert_eq!(route.to_hash(), hash);
    }
    assert_eq!(Route::parse("").page, Page::Overview);
    assert_eq!(Route::parse("#").page, Page::Overview);
    assert_eq!(
        Route::parse("#/compare?cols=cnn,sputnik"),
        Route::to(Page::Compare {
            columns: vec![Column::Outlet("cnn".into()), Column::Outlet("sputnik".into())],
            table: CompareTable::Names,
            show: Show::All,
            locked: true,
        })
    );
}

/// The same link opens and closes.
#[test]
fn toggling() {
    let key = EvidenceKey::Numbers { within: None };
    let open = Route::to(Page::Library).toggled(key.clone());
    assert_eq!(open.open, Some(key.clone()));
    assert_eq!(open.toggled(key).open, None);
}
