//! Links: every state survives its own hash, and no hash breaks the program.

use parallax::attribution::SourceKind;
use parallax::claim::clause::Modality;
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
        (id(), id(), within(), pick(&[Unit::Sentence, Unit::Paragraph])).prop_map(
            |(actor, other, within, unit)| EvidenceKey::Together { actor, other, within, unit }
        ),
        (id(), within(), proptest::option::of(words()))
            .prop_map(|(actor, within, title)| EvidenceKey::Titles { actor, within, title }),
        (id(), within(), quoted_by()).prop_map(|(actor, within, source)| EvidenceKey::SpokenOf {
            actor,
            within,
            source
        }),
        (id(), 0..900usize)
            .prop_map(|(article, sentence)| EvidenceKey::Statement { article, sentence }),
        (id(), 0..900usize)
            .prop_map(|(article, sentence)| EvidenceKey::Sentence { article, sentence }),
        (within(), proptest::option::of(pick(&SourceKind::ALL)), quoted_by())
            .prop_map(|(within, kind, source)| EvidenceKey::Quotes { within, kind, source }),
        within().prop_map(|within| EvidenceKey::Numbers { within }),
        (words(), within()).prop_map(|(value, within)| EvidenceKey::Time { value, within }),
        (words(), within()).prop_map(|(word, within)| EvidenceKey::Word { word, within }),
        (
            proptest::option::of(id()),
            words(),
            proptest::option::of(id()),
            within(),
            proptest::option::of(pick(&Modality::ALL))
        )
            .prop_map(|(agent, verb, target, within, modality)| EvidenceKey::Deed {
                agent,
                verb,
                target,
                within,
                modality
            }),
    ]
}

fn quoted_by() -> impl Strategy<Value = Option<QuotedBy>> {
    proptest::option::of(prop_oneof![
        words().prop_map(QuotedBy::Actor),
        words().prop_map(QuotedBy::Words)
    ])
}

fn network() -> impl Strategy<Value = NetworkState> {
    let of =
        prop_oneof![Just(NetworkOf::All), Just(NetworkOf::Each), id().prop_map(NetworkOf::Outlet)];
    let sort = prop_oneof![
        Just(PairSort::Together),
        Just(PairSort::Name),
        Just(PairSort::Npmi),
        Just(PairSort::Likelihood),
        id().prop_map(PairSort::Outlet)
    ];
    let unit = pick(&[Unit::Sentence, Unit::Paragraph]);
    (unit, of, 1..60usize, 1..9usize, sort, any::<bool>()).prop_map(
        |(unit, of, top, least, sort, reverse)| NetworkState {
            unit,
            of,
            top,
            least,
            sort,
            reverse,
        },
    )
}

fn actors() -> impl Strategy<Value = Actors> {
    let sort = prop_oneof![
        Just(ActorSort::Total),
        Just(ActorSort::Name),
        Just(ActorSort::Kind),
        Just(ActorSort::Outlets),
        Just(ActorSort::Labels),
        id().prop_map(ActorSort::Outlet)
    ];
    let outlets = || proptest::collection::vec(id(), 0..3);
    let kinds = proptest::sample::subsequence(EntityType::ALL.to_vec(), 0..=5);
    let show = pick(&[ActorsShow::Table, ActorsShow::Network]);
    let filters = (kinds, words(), outlets(), outlets(), 1..99usize);
    (show, sort, any::<bool>(), filters, any::<bool>(), network()).prop_map(
        |(show, sort, reverse, (kinds, filter, named_by, not_in, least), all, network)| Actors {
            show,
            sort,
            reverse,
            kinds,
            filter,
            named_by,
            not_in,
            least,
            all,
            network,
        },
    )
}

fn kwic() -> impl Strategy<Value = Kwic> {
    const SORTS: [KwicSort; 4] =
        [KwicSort::Place, KwicSort::Left, KwicSort::Right, KwicSort::Label];
    (pick(&SORTS), proptest::option::of(id()), any::<bool>()).prop_map(|(sort, outlet, all)| Kwic {
        sort,
        outlet,
        all,
    })
}

fn search() -> impl Strategy<Value = Search> {
    const LINES: [KwicSort; 4] =
        [KwicSort::Place, KwicSort::Left, KwicSort::Right, KwicSort::Label];
    let facet = (pick(&FacetField::ALL), words(), any::<bool>())
        .prop_map(|(field, value, exclude)| Facet { field, value, exclude });
    let facets = proptest::collection::vec(facet, 0..4);
    let show = pick(&[SearchShow::Articles, SearchShow::Sentences]);
    let sort = pick(&[SearchSort::Relevance, SearchSort::Newest, SearchSort::Oldest]);
    let long = proptest::sample::subsequence(FacetField::ALL.to_vec(), 0..=6);
    (words(), facets, show, sort, pick(&LINES), 1..99usize, long).prop_map(
        |(query, facets, show, sort, lines, page, long)| Search {
            query,
            facets,
            show,
            sort,
            lines,
            page,
            long,
        },
    )
}

fn page() -> impl Strategy<Value = Page> {
    const ARTICLE_SORTS: [ArticleSort; 4] =
        [ArticleSort::Outlet, ArticleSort::Date, ArticleSort::Headline, ArticleSort::Length];
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
        actors().prop_map(|state| Page::Actors(Box::new(state))),
        (id(), kwic()).prop_map(|(id, kwic)| Page::Actor { id, kwic }),
        (
            proptest::collection::vec(column(), 0..=4),
            pick(&CompareTable::ALL),
            pick(&Show::ALL),
            any::<bool>(),
            proptest::option::of(1..=99u8),
            proptest::sample::subsequence(MarkKind::ALL.to_vec(), 0..=4),
            proptest::collection::vec(id(), 0..=3),
            (1..9usize, proptest::option::of(words()))
        )
            .prop_map(|(columns, table, show, locked, alike, hide, texts, (page, row))| {
                let state = Compare { columns, table, show, locked, alike, hide, texts, page, row };
                Page::Compare(Box::new(state))
            }),
        search().prop_map(|state| Page::Search(Box::new(state))),
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
        ("#/actors?type=PER,DOG", "there is no type \"DOG\""),
        ("#/actors?sort=-mood", "actors cannot be sorted by \"mood\""),
        ("#/actors?show=cloud", "actors cannot be shown as \"cloud\""),
        ("#/actors?min=0", "\"0\" is no number from 1 up"),
        ("#/actors?top=many", "\"many\" is no number from 1 up"),
        ("#/actors?unit=page", "\"page\" is no unit of text"),
        ("#/actors?pairs=luck", "pairs cannot be sorted by \"luck\""),
        ("#/actors?rows=some", "\"rows\" is all, not \"some\""),
        ("#/actors/x?kwic=middle", "sentences in context cannot be sorted by \"middle\""),
        ("#/actors?open=together,a,b,,page", "\"page\" is no unit of text"),
        ("#/compare?cols=a,b,c,d,e", "at most four columns can stand side by side"),
        ("#/compare?alike=0", "\"0\" is no likeness in percent from 1 to 99"),
        ("#/compare?alike=many", "\"many\" is no likeness in percent from 1 to 99"),
        ("#/compare?open=deed,=a,seize,,,sung", "no act is told as \"sung\""),
        ("#/compare?open=deed,=a,seize,,,done,twice", "\"deed\" cannot be opened"),
        ("#/compare?hide=smiles", "there are no marks called \"smiles\""),
        ("#/compare?table=chairs", "there is no table \"chairs\""),
        ("#/compare?show=most", "\"most\" rows cannot be shown"),
        ("#/compare?lock=maybe", "\"lock\" is 0 or 1, not \"maybe\""),
        ("#/search?f=colour:red", "\"colour:red\" is no filter"),
        ("#/search?f=-outlet", "\"-outlet\" is no filter"),
        ("#/search?show=cloud", "results cannot be shown as \"cloud\""),
        ("#/search?sort=mood", "results cannot be sorted by \"mood\""),
        ("#/search?kwic=middle", "sentences in context cannot be sorted by \"middle\""),
        ("#/search?page=0", "\"0\" is no number from 1 up"),
        ("#/search?more=colour", "there is no filter by \"colour\""),
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
        (Route::actors(), "#/actors"),
        (
            Route::to(Page::Actors(Box::new(Actors {
                sort: ActorSort::Outlet("cnn".into()),
                reverse: true,
                kinds: vec![EntityType::Person, EntityType::Org],
                not_in: vec!["rferl".into()],
                ..Actors::default()
            }))),
            "#/actors?sort=-in:cnn&type=PER,ORG&not=rferl",
        ),
        (Route::search("raqqa offensive"), "#/search?q=raqqa+offensive"),
        (
            Route::to(Page::Search(Box::new(Search {
                query: "raqqa".into(),
                facets: vec![
                    Facet { field: FacetField::Outlet, value: "cnn".into(), exclude: false },
                    Facet { field: FacetField::Kind, value: "PER".into(), exclude: true },
                ],
                show: SearchShow::Sentences,
                lines: KwicSort::Left,
                page: 2,
                ..Search::default()
            }))),
            "#/search?q=raqqa&f=outlet:cnn&f=-type:PER&show=sentences&kwic=left&page=2",
        ),
        (
            Route::to(Page::Compare(Box::new(Compare {
                columns: vec![Column::Outlet("cnn".into()), Column::Article("x-1".into())],
                table: CompareTable::Statements,
                show: Show::Shared,
                locked: false,
                alike: Some(45),
                hide: vec![MarkKind::Names, MarkKind::Times],
                texts: vec!["x-1".to_owned(), "x-2".to_owned()],
                page: 3,
                row: Some("x-1 12".to_owned()),
            }))),
            "#/compare?cols=o:cnn,a:x-1&table=statements&show=shared&lock=0&alike=45&hide=names%2Ctimes\
             &texts=x-1,x-2&page=3&row=x-1+12",
        ),
    ];
    for (route, hash) in table {
        assert_eq!(route.to_hash(), hash);
    }
    assert_eq!(Route::parse("").page, Page::Overview);
    assert_eq!(Route::parse("#").page, Page::Overview);
    assert_eq!(
        Route::parse("#/compare?cols=cnn,sputnik"),
        Route::to(Page::Compare(Box::new(Compare {
            columns: vec![Column::Outlet("cnn".into()), Column::Outlet("sputnik".into())],
            ..Compare::default()
        })))
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
