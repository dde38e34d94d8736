//! The side-by-side over libraries that no one would choose: it explains itself and never fails.

use parallax::analysis::Analysis;
use parallax::corpus::{Given, Source};
use parallax::page::{
    self, Body, ColumnArticle, ColumnView, CompareView, FileKind, MarkClass, Piece, StatementRow,
    TableView, WordRow, view,
};
use parallax::route::{CompareTable, Route};

fn library(texts: &[(&str, &str)]) -> Analysis {
    let sources = texts.iter().enumerate().map(|(i, (outlet, text))| Source {
        id: format!("t{i}"),
        text: (*text).into(),
        given: Given { outlet: Some((*outlet).to_owned()), ..Given::default() },
    });
    Analysis::of(sources.collect())
}

/// The page of each table, and its sheets.
fn tables(analysis: &Analysis, more: &str) -> Vec<CompareView> {
    let one = |table: CompareTable| {
        let route = Route::parse(&format!("#/compare?table={}{more}", table.name()));
        let shown = view(analysis, &route);
        for kind in [FileKind::Csv, FileKind::Json, FileKind::Markdown] {
            assert!(page::file(analysis, &route, &shown, kind).is_some(), "{}", route.to_hash());
        }
        match shown.body {
            Body::Compare(v) => *v,
            other => panic!("{} shows {other:?}", route.to_hash()),
        }
    };
    CompareTable::ALL.into_iter().map(one).collect()
}

const REPORT: &str =
    "Rescuers reached the village of Harlow on Tuesday. Mina Field said 40 families were cut off.";

#[test]
fn no_article_and_one() {
    for v in tables(&library(&[]), "") {
        assert_eq!(v.columns.len(), 0);
        assert!(
            v.notes.iter().any(|n| n.contains("no article in this library yet")),
            "{:?}",
            v.notes
        );
    }
    for v in tables(&library(&[("a", REPORT)]), "") {
        assert_eq!(v.columns.len(), 1);
        assert!(v.notes.iter().any(|n| n.contains("only one article here")), "{:?}", v.notes);
    }
}

#[test]
fn articles_of_one_outlet_stand_beside_each_other() {
    let analysis = library(&[
        ("a", REPORT),
        ("a", "Police closed the road to Harlow on Monday."),
        ("a", REPORT),
    ]);
    for v in tables(&analysis, "") {
        assert_eq!(v.columns.len(), 2);
        assert!(!v.addable.is_empty(), "the third can be added");
    }
}

#[test]
fn identical_articles_are_told_to_be_one_text() {
    let text =
        format!("{REPORT} The bridge over the Tamar had been swept away by the river at night.");
    for v in tables(&library(&[("a", &text), ("b", &text)]), "") {
        assert!(v.notes.iter().any(|n| n.contains("share 100 %")), "{:?}", v.notes);
    }
}

#[test]
fn articles_without_a_sentence_and_without_a_common_language() {
    for (other, expected) in
        [("", true), ("* * *", false), ("وصل رجال الإنقاذ إلى القرية يوم الثلاثاء.", false)]
    {
        for v in tables(&library(&[("a", REPORT), ("b", other)]), "") {
            assert_eq!(v.columns.len(), 2, "{other}");
            let told = v.notes.iter().any(|n| n == "No sentence was found in the article of “b”.");
            assert_eq!(told, expected, "{other:?}: {:?}", v.notes);
            // Nothing is shared, and nothing says so wrongly.
            let bands = v.columns.iter().flat_map(|c| &c.articles).flat_map(|a| &a.paragraphs);
            assert!(bands.flat_map(|p| &p.passages).all(|s| s.bands.is_empty()), "{other}");
        }
    }
}

#[test]
fn many_articles_of_one_outlet_against_one() {
    let texts: Vec<String> = (0..60)
        .map(|i| {
            format!(
                "Rescuers reached village number {i} on Tuesday. {} families were cut off.",
                i + 2
            )
        })
        .collect();
    let mut all: Vec<(&str, &str)> = texts.iter().map(|t| ("a", t.as_str())).collect();
    all.push(("b", REPORT));
    for v in tables(&library(&all), "") {
        assert_eq!(v.columns.len(), 2);
        assert_eq!(v.columns[0].articles.len(), 60);
    }
}

/// A sentence that reports two statements stands in both rows, each time with the part that does.
#[test]
fn a_sentence_of_two_statements() {
    let texts = [
        (
            "a",
            "Engineers reopened the flooded tunnel near Harlow on Monday, and the mayor will sell two \
             bridges over unpaid contracts, officials said.",
        ),
        ("b", "The flooded tunnel near Harlow was reopened by engineers on Monday."),
        ("c", "Over unpaid contracts the mayor will sell two bridges."),
    ];
    let analysis = library(&texts);
    let views = tables(&analysis, "");
    let rows = views.iter().find_map(|v| match &v.table {
        TableView::Statements(rows) => Some(rows),
        _ => None,
    });
    let rows = rows.expect("there is a table of statements");
    // What reports something else is set back.
    let text = |c: &parallax::page::StatementCell| -> String {
        let beside = |p: &Piece| p.marks.iter().any(|m| m.class == MarkClass::Beside);
        let told = c.line.pieces.iter().filter(|p| !beside(p)).map(|p| p.text.as_str());
        format!("{} | {} | {}", told.collect::<String>(), c.told, c.clauses.join("; "))
    };
    let first: Vec<String> = rows.iter().map(|r| r.cells[0].iter().map(text).collect()).collect();
    assert_eq!(
        first,
        [
            "Engineers reopened the flooded tunnel near Harlow on Monday | place: Harlow | Engineers – reopen – flooded tunnel",
            "the mayor will sell two bridges over unpaid contracts | planned | mayor – sell – two bridges",
        ]
    );
    assert_eq!(rows.iter().map(|r| r.found_in).collect::<Vec<_>>(), [2, 2]);
    // In the texts each part has its number.
    let passages = views[0].columns[0].articles.iter().flat_map(|a| &a.paragraphs);
    let bands: Vec<usize> =
        passages.flat_map(|p| &p.passages).flat_map(|p| p.bands.clone()).collect();
    assert_eq!(bands, [1, 2]);
}

/// A sentence and what its cell tells of it, clause by clause.
fn told(c: &parallax::page::StatementCell) -> Vec<String> {
    match c.clauses.as_slice() {
        [] => vec![c.line.href.clone()],
        clauses => clauses.iter().map(|clause| format!("{}: {clause}", c.line.href)).collect(),
    }
}

/// With some columns only, what one of them shares with another is not told as found in one only, and no
/// clause has two such rows.
#[test]
fn what_is_shared_is_not_found_in_one_only() {
    let two = library(&[
        (
            "a",
            "Engineers reopened the flooded tunnel near Harlow on Monday, and the mayor will sell two bridges over unpaid contracts.",
        ),
        ("b", "The flooded tunnel near Harlow was reopened by engineers on Monday."),
        ("c", "Over unpaid contracts the mayor will sell two bridges."),
    ]);
    let bundled = Analysis::bundled();
    let mut shared = 0;
    for (analysis, cols) in [
        (&two, "a,b"),
        (&two, "a,c"),
        (&two, "b,c"),
        (&bundled, "alarabiya,cnn"),
        (&bundled, "rferl,sputnik"),
        (&bundled, "alarabiya,rferl,sputnik"),
        (&bundled, "cnn,rferl"),
    ] {
        for alike in [15, 20, 27] {
            let rows = statements(analysis, &format!("&cols={cols}&alike={alike}"));
            let places = |several: bool| -> Vec<String> {
                let rows = rows.iter().filter(|r| (r.found_in > 1) == several);
                rows.flat_map(|r| r.cells.iter().flatten()).flat_map(told).collect()
            };
            let (several, mut only) = (places(true), places(false));
            shared += several.len();
            assert!(only.iter().all(|o| !several.contains(o)), "{cols} {alike}: {only:?}");
            let all = only.len();
            only.sort();
            only.dedup();
            assert_eq!(only.len(), all, "{cols} {alike}");
            // No row is a part of another.
            let sets: Vec<Vec<String>> =
                rows.iter().map(|r| r.cells.iter().flatten().flat_map(told).collect()).collect();
            for (i, set) in sets.iter().enumerate() {
                let mut earlier = sets.iter().take(i);
                assert!(!earlier.any(|e| set.iter().all(|at| e.contains(at))), "{cols} {set:?}");
            }
        }
    }
    assert!(shared > 40, "{shared}");
}

fn statements(analysis: &Analysis, more: &str) -> Vec<StatementRow> {
    let route = Route::parse(&format!("#/compare?table=statements{more}"));
    let Body::Compare(v) = view(analysis, &route).body else { panic!("{more}") };
    let TableView::Statements(rows) = v.table else { panic!("{more}") };
    rows
}

/// In how many columns each row was found, and which choice of rows is in force.
fn found_in(v: &CompareView) -> (Vec<usize>, Vec<&str>) {
    fn filled<T>(cells: &[Vec<T>]) -> usize {
        cells.iter().filter(|c| !c.is_empty()).count()
    }
    let found = match &v.table {
        TableView::Names(rows) => rows.iter().map(|r| filled(&r.cells)).collect(),
        TableView::Statements(rows) => rows.iter().map(|r| filled(&r.cells)).collect(),
        TableView::Numbers(rows) => rows.iter().map(|r| filled(&r.cells)).collect(),
        TableView::Quoted(rows) => rows.iter().map(|r| filled(&r.cells)).collect(),
        TableView::Times(table) => table.rows.iter().map(|r| filled(&r.cells)).collect(),
        TableView::Actions(rows) => {
            rows.iter().map(|r| r.cells.iter().filter(|c| !c.is_empty()).count()).collect()
        }
        TableView::Words(table) => {
            let found = |r: &WordRow| r.cells.iter().filter(|c| c.count.value > 0).count();
            table.rows.iter().map(found).collect()
        }
    };
    (found, v.show.iter().filter(|s| s.current).map(|s| s.text.as_str()).collect())
}

#[test]
fn rows_are_filtered_by_the_number_of_columns_that_have_them() {
    let analysis = Analysis::bundled();
    let mut every = 0;
    for table in CompareTable::ALL {
        let rows = |show: &str, columns: &str| {
            let hash = format!("#/compare?table={}&show={show}&cols={columns}", table.name());
            let Body::Compare(v) = view(&analysis, &Route::parse(&hash)).body else {
                panic!("{hash}")
            };
            let (found, current) = found_in(&v);
            let offered: Vec<&str> = v.show.iter().map(|s| s.text.as_str()).collect();
            assert_eq!(offered.contains(&"found in all"), v.columns.len() > 2, "{hash}");
            (found, current.join(" "))
        };
        let three = "cnn,sputnik,rferl";
        let (all, _) = rows("all", three);
        let of = |wanted: fn(&usize) -> bool| -> Vec<usize> {
            all.iter().copied().filter(wanted).collect()
        };
        // Of words only the most frequent are listed, so that a filter shows more of them.
        if table != CompareTable::Words {
            assert_eq!(rows("shared", three).0, of(|n| *n > 1));
            assert_eq!(rows("only", three).0, of(|n| *n == 1));
            assert_eq!(rows("every", three).0, of(|n| *n == 3));
        }
        let (found, current) = rows("every", three);
        assert!(found.iter().all(|n| *n == 3), "{table:?}: {found:?}");
        assert_eq!(current, "found in all");
        every += found.len();
        // Of two columns, both are several.
        let (found, current) = rows("every", "cnn,sputnik");
        assert_eq!(found, rows("shared", "cnn,sputnik").0);
        assert_eq!(current, "found in several");
    }
    assert!(every > 10, "only {every} rows are found in all columns");
}

#[test]
fn marks_in_the_texts_are_switched_by_the_link() {
    let analysis = Analysis::bundled();
    let marks = |hash: &str| -> (usize, usize, Vec<String>) {
        let Body::Compare(v) = view(&analysis, &Route::parse(hash)).body else { panic!("{hash}") };
        let passages = v.columns.iter().flat_map(|c| &c.articles).flat_map(|a| &a.paragraphs);
        let pieces = passages.flat_map(|p| &p.passages).flat_map(|s| &s.pieces);
        let all: Vec<&MarkClass> = pieces.flat_map(|p| &p.marks).map(|m| &m.class).collect();
        let names =
            all.iter().filter(|m| matches!(m, MarkClass::Actor(_) | MarkClass::Nominal(_))).count();
        let off = v.marks.iter().filter(|m| !m.current).map(|m| m.href.clone()).collect();
        (names, all.len(), off)
    };
    let (names, all, off) = marks("#/compare?table=numbers");
    assert!(names > 0 && all > names && off.is_empty());
    let (hidden, rest, off) = marks("#/compare?table=numbers&hide=names");
    assert_eq!(hidden, 0);
    assert!(rest > 0 && rest < all);
    assert_eq!(off, ["#/compare?table=numbers"]);
    assert_eq!(marks("#/compare?hide=names,numbers,quotes,times").1, 0);
}

#[test]
fn an_act_that_is_not_told_as_done_says_so() {
    let analysis = library(&[
        ("a", "Turkey attacked Iran. Turkey attacked Iran again. Turkey plans to attack Iran."),
        ("b", "Turkey could attack Iran. Turkey did not attack Iran. Iran must be attacked."),
    ]);
    let shown = |hash: &str| {
        let shown = view(&analysis, &Route::parse(hash));
        (shown.open, if let Body::Compare(v) = shown.body { v.table } else { panic!("{hash}") })
    };
    let (_, TableView::Actions(rows)) = shown("#/compare?table=actions") else { panic!("acts") };
    let labels: Vec<Vec<String>> = rows
        .iter()
        .flat_map(|r| &r.cells)
        .map(|c| {
            let all = c.acts.iter().chain(&c.undergoes);
            all.map(|l| format!("{} {}", l.label, l.count.value)).collect()
        })
        .collect();
    let expected: [&[&str]; 4] = [
        &["Turkey: attack 2", "Turkey: attack (planned) 1"],
        &["…: attack (required) 1", "Turkey: attack (possible) 1", "Turkey: not attack 1"],
        &["attack Iran 2", "attack Iran (planned) 1"],
        &["attack Iran (possible) 1", "not attack Iran 1"],
    ];
    assert_eq!(labels.len(), expected.len(), "{labels:?}");
    for (found, expected) in labels.iter().zip(expected) {
        let mut found = found.clone();
        found.sort_unstable();
        let mut expected = expected.to_vec();
        expected.sort_unstable();
        assert_eq!(found, expected);
    }
    // Each opens its own sentences, and no others.
    for count in rows.iter().flat_map(|r| &r.cells).flat_map(|c| c.counts()) {
        let (open, _) = shown(&count.href);
        assert_eq!(open.expect("it opens").total, count.value, "{}", count.title);
    }
    // A link without it opens the act however it is told.
    let (open, _) = shown("#/compare?table=actions&open=deed,=turkey,attack,=iran,");
    assert_eq!(open.expect("it opens").total, 4);
}

/// A figure tells where and when its clause says that it was so, and who says it.
#[test]
fn figures_tell_place_and_time() {
    let text =
        "Hana Orel said 40 houses burned in Lisbon in May 2016 and that 12 schools would close.";
    let views = tables(&library(&[("a", text), ("b", REPORT)]), "");
    let rows = views.iter().find_map(|v| match &v.table {
        TableView::Numbers(rows) => Some(rows),
        _ => None,
    });
    let told: Vec<String> = rows
        .expect("there is a table of numbers")
        .iter()
        .flat_map(|r| &r.cells[0])
        .map(|c| format!("{} | {} | {}", c.figure, c.said_by.as_deref().unwrap_or("-"), c.told))
        .collect();
    assert_eq!(told, ["40 | Hana Orel | place: Lisbon, May 2016", "12 | Hana Orel | planned"]);
}

#[test]
fn of_many_texts_those_with_most_in_common_are_laid_out() {
    let own = [
        "Snow fell on the pass.",
        "Voters chose a mayor.",
        "A bridge was painted green.",
        "The museum bought two clocks.",
        "Farmers sold early plums.",
        "The harbour lost a crane.",
    ];
    let mut texts: Vec<(&str, &str)> = own.iter().map(|text| ("a", *text)).collect();
    texts.extend(own.iter().rev().skip(2).map(|text| ("b", *text)));
    texts.extend([("a", REPORT), ("b", "The choir sang."), ("b", REPORT)]);
    let analysis = library(&texts);
    let show = |hash: &str| {
        let Body::Compare(v) = view(&analysis, &Route::parse(hash)).body else {
            panic!("{hash} is no comparison")
        };
        *v
    };
    let open = |v: &CompareView| -> Vec<Vec<String>> {
        let id = |a: &ColumnArticle| a.headline.href.replace("#/articles/", "");
        let column = |c: &ColumnView| {
            c.articles.iter().filter(|a| !a.paragraphs.is_empty()).map(id).collect()
        };
        v.columns.iter().map(column).collect()
    };
    let v = show("#/compare");
    assert_eq!(open(&v), [["t10"], ["t12"]], "the report that both have");
    // Each article tells whether it is laid out, and what it shares.
    let fold = |v: &CompareView, column: usize, article: usize| {
        v.columns[column].articles[article].fold.clone().expect("many texts can be folded")
    };
    let at = |v: &CompareView, column: usize, id: &str| {
        let ends = |a: &ColumnArticle| a.headline.href.ends_with(&format!("/{id}"));
        v.columns[column].articles.iter().position(ends).expect("the article stands there")
    };
    let last = fold(&v, 0, at(&v, 0, "t10"));
    assert!(last.open && last.href.is_none(), "the last text of a column stays: {last:?}");
    assert_eq!(last.shares, 2);
    assert_eq!(fold(&v, 1, at(&v, 1, "t11")).shares, 0);
    // One more, and nothing else changes; then the first one goes.
    let more = fold(&v, 1, at(&v, 1, "t6"));
    assert!(!more.open);
    let v = show(&more.href.expect("it can be laid out"));
    assert_eq!(open(&v), [vec!["t10"], vec!["t12", "t6"]].map(sorted));
    let less = fold(&v, 1, at(&v, 1, "t12"));
    let v = show(&less.href.expect("it can be folded"));
    assert_eq!(open(&v), [["t10"], ["t6"]]);
    // Passages are numbered where their match is laid out too.
    let bands = |v: &CompareView| {
        let articles = v.columns.iter().flat_map(|c| &c.articles);
        articles.flat_map(|a| &a.paragraphs).flat_map(|p| &p.passages).any(|p| !p.bands.is_empty())
    };
    assert!(!bands(&v));
    assert!(bands(&show("#/compare")));
    // A few texts are all laid out.
    let few = library(&texts[10..]);
    let Body::Compare(v) = view(&few, &Route::parse("#/compare")).body else {
        panic!("no comparison")
    };
    assert!(v.columns.iter().flat_map(|c| &c.articles).all(|a| a.fold.is_none()));
}

fn sorted(ids: Vec<&str>) -> Vec<&str> {
    let mut ids = ids;
    ids.sort_unstable();
    ids
}

#[test]
fn a_long_table_has_pages_and_its_sheet_has_all_rows() {
    let text = |from: usize| -> String {
        let towns =
            (from..from + 130).map(|i| format!("Road number {i} to Town{i} was repaired.\n\n"));
        towns.collect()
    };
    let (first, second) = (text(0), text(1_000));
    let analysis = library(&[("a", &first), ("b", &second)]);
    let show = |hash: &str| {
        let Body::Compare(v) = view(&analysis, &Route::parse(hash)).body else {
            panic!("{hash} is no comparison")
        };
        *v
    };
    let numbers = |v: &CompareView| -> Vec<usize> {
        let TableView::Statements(rows) = &v.table else { panic!("no statements") };
        rows.iter().map(|r| r.number).collect()
    };
    let mut v = show("#/compare?table=statements&show=only");
    let mut seen = numbers(&v);
    assert_eq!(seen.len(), 100);
    let all = v.pages.as_ref().expect("there are more").text.clone();
    assert!(all.starts_with("1 to 100 of "), "{all}");
    while let Some(next) = v.pages.as_ref().and_then(|p| p.next.clone()) {
        v = show(&next.href);
        assert_eq!(v.alone.len(), numbers(&v).len());
        seen.extend(numbers(&v));
    }
    let told: usize =
        all["1 to 100 of ".len()..].split(' ').next().unwrap_or("").parse().unwrap_or(0);
    assert_eq!(seen.len(), told);
    seen.dedup();
    assert_eq!(seen.len(), told, "no row stands on two pages");
    // A link from when there were more rows shows the last ones.
    assert_eq!(numbers(&show("#/compare?table=statements&show=only&page=99")), numbers(&v));
    let route = Route::parse("#/compare?table=statements&show=only&page=2");
    let shown = view(&analysis, &route);
    let (_, csv) = page::file(&analysis, &route, &shown, FileKind::Csv)
        .map(|f| (f.name, f.text))
        .expect("there is a sheet");
    for i in [0, 99, 129, 1_000, 1_129] {
        assert!(csv.contains(&format!("Town{i} ")), "row {i} is in the sheet");
    }
}

/// A row is worded by the two sentences that are most alike, and says how weakly the least fitting one is held.
#[test]
fn a_statement_with_a_weak_match_says_so() {
    let told = "The flooded tunnel near Harlow was reopened by engineers on Monday after a month of repairs.";
    let loose = "Drivers had waited since the tunnel near Harlow was flooded in a storm that also took two \
                 bridges, a mill, the church roof and a herd of goats uphill.";
    let rows = |texts: &[(&str, &str)]| -> Vec<StatementRow> {
        let rows = statements(&library(texts), "");
        rows.into_iter().filter(|r| r.found_in > 1).collect()
    };
    let weak = |r: &StatementRow| -> Vec<String> {
        r.cells.iter().flatten().map(|c| c.weak.clone()).collect()
    };
    let [two] = rows(&[("a", told), ("b", told)]).try_into().expect("one row");
    assert_eq!((two.wording.as_str(), two.alike.as_str()), (told, "100 % alike"));
    assert_eq!(weak(&two), ["", ""]);
    let [three] = rows(&[("a", told), ("b", told), ("c", loose)]).try_into().expect("one row");
    assert_eq!(three.wording, told, "not the shortest one, which fits least");
    let least = three.alike.strip_suffix(" to 100 % alike").expect("the least and the best");
    assert_eq!(weak(&three), ["", "", &format!("weak match, {least} %")]);
}

/// A clause beside the shared one is told by one column only, unless the others tell it under other names.
#[test]
fn what_stands_beside_a_shared_part_is_found_in_one_only() {
    let report = "The flooded tunnel near Harlow was reopened by engineers on Monday.";
    let only = |long: &str, short: &str| -> Vec<String> {
        let rows = statements(&library(&[("a", long), ("b", short)]), "&show=only");
        rows.into_iter().map(|r| r.wording).collect()
    };
    let beside = "Engineers reopened the flooded tunnel near Harlow on Monday, while divers recovered three \
                  rusty cars from the quarry lake.";
    assert_eq!(
        only(beside, report),
        ["while divers recovered three rusty cars from the quarry lake"]
    );
    // Little is new in what the other sentence says too.
    let same = "Engineers reopened the flooded tunnel near Harlow on Monday, while the tunnel near Harlow had \
                been flooded.";
    assert_eq!(only(same, report), [""; 0]);
}

/// "He" and "the official" are whom the article quoted before; a quotation opens with all its sentences.
#[test]
fn a_source_that_goes_on_is_one_and_its_quotations_are_whole() {
    let text = "A senior harbour official said the crane fell on Monday.\n\nThe official said the ferry was not \
                hit.\n\n\"We were lucky that night. The crane missed the ferry,\" he added.";
    let analysis = library(&[("a", text), ("b", REPORT)]);
    let route = Route::parse("#/compare?table=quoted");
    let Body::Compare(v) = view(&analysis, &route).body else { panic!("no comparison") };
    let TableView::Quoted(rows) = v.table else { panic!("no quotations") };
    let sources: Vec<(String, usize, String)> = rows
        .iter()
        .filter_map(|r| r.cells.first())
        .flatten()
        .map(|q| (q.name.clone(), q.count.value, q.count.href.clone()))
        .collect();
    let [(name, count, href)] = sources.as_slice() else { panic!("{sources:?}") };
    assert_eq!((name.as_str(), *count), ("a senior harbour official", 3));
    let open = view(&analysis, &Route::parse(href)).open.expect("the number opens");
    assert_eq!(open.total, 3);
    let lines: Vec<String> = open
        .lines
        .iter()
        .map(|l| l.pieces.iter().map(|p: &Piece| p.text.as_str()).collect())
        .collect();
    let whole = "\"We were lucky that night. The crane missed the ferry,\" he added.";
    assert!(lines.iter().any(|l| l == whole), "{lines:?}");
}

/// Of figures that fit each other the Overview shows those that are the same.
#[test]
fn agreeing_figures_are_told_as_such() {
    let analysis = library(&[
        (
            "a",
            "The council owns more than half of the town’s boats. Fishers said 60 percent of the town’s boats leak.",
        ),
        ("b", "About 60 percent of the town’s boats leak, a survey found."),
    ]);
    let numbers = view(&analysis, &Route::parse("#/compare?table=numbers"));
    let Body::Compare(v) = numbers.body else { panic!("no comparison") };
    let TableView::Numbers(rows) = v.table else { panic!("no numbers") };
    let row = rows.iter().find(|r| r.cells.iter().all(|c| !c.is_empty())).expect("a shared figure");
    assert_eq!((row.differs, row.agreement), (false, "figures agree"));
    let Body::Overview(v) = view(&analysis, &Route::parse("#/")).body else {
        panic!("no overview")
    };
    let finding = v.findings.iter().find(|f| f.kind == "Numbers").expect("a finding about numbers");
    assert!(finding.title.starts_with("The same figure"), "{}", finding.title);
    let marked: Vec<String> = (finding.sides.iter().filter_map(|s| s.line.as_ref()))
        .map(|l| l.pieces.iter().map(|p| p.text.as_str()).collect())
        .collect();
    assert!(marked.iter().all(|l| l.contains("60 percent")), "{marked:?}");
}

/// What has no row in the timeline is counted.
#[test]
fn times_that_cannot_be_dated_are_counted() {
    let analysis = library(&[
        ("a", "Rescuers left on 3 May 2016 and came back the next day."),
        ("b", "It rained on 4 May 2016."),
    ]);
    let Body::Compare(v) = view(&analysis, &Route::parse("#/compare?table=times")).body else {
        panic!("no comparison")
    };
    let TableView::Times(table) = v.table else { panic!("no timeline") };
    assert_eq!(table.rows.len(), 2);
    assert!(table.note.ends_with("cannot be reckoned: a 1 (“the next day” …)."), "{}", table.note);
}

/// What is named differently is told by its names, not by how much of a name is told.
#[test]
fn a_name_in_short_is_no_other_name() {
    let analysis = library(&[
        (
            "a",
            "Mayor Anna Kowalski met Barack Obama in the U.S. on Monday. The U.S. and ISIS fight.",
        ),
        ("b", "Kowalski thanked Obama. The US fights Daesh."),
    ]);
    let Body::Compare(v) = view(&analysis, &Route::parse("#/compare")).body else {
        panic!("no comparison")
    };
    let TableView::Names(rows) = v.table else { panic!("no names") };
    let told: Vec<(String, bool)> = rows
        .iter()
        .filter(|r| r.cells.iter().all(|c| !c.is_empty()))
        .map(|r| (r.actor.text.clone(), r.contrast))
        .collect();
    assert!(
        told.iter().any(|(name, contrast)| name.contains("Islamic State") && *contrast),
        "{told:?}"
    );
    let others: Vec<&(String, bool)> =
        told.iter().filter(|(name, _)| !name.contains("Islamic State")).collect();
    assert!(others.len() > 1 && others.iter().all(|(_, contrast)| !contrast), "{told:?}");
}

/// What is acted upon, and who acts, stand in the article's words where they are no actor.
#[test]
fn acts_tell_in_words_what_is_no_actor() {
    let analysis = library(&[
        ("a", "NATO launched an operation. NATO launched two attacks. A storm hit Warsaw."),
        ("b", "NATO left Warsaw. Warsaw was bombed."),
    ]);
    let Body::Compare(v) = view(&analysis, &Route::parse("#/compare?table=actions")).body else {
        panic!("no comparison")
    };
    let TableView::Actions(rows) = v.table else { panic!("no acts") };
    let labels: Vec<String> = rows
        .iter()
        .flat_map(|r| &r.cells)
        .flat_map(|c| c.acts.iter().chain(&c.undergoes))
        .map(|l| format!("{} {}", l.label, l.count.value))
        .collect();
    for label in ["launch operation, two attacks 2", "storm: hit 1", "leave Warsaw 1", "…: bomb 1"]
    {
        assert!(labels.iter().any(|l| l == label), "{label}: {labels:?}");
    }
}
