//! What each correction does.

use super::*;
use parallax::correction::{Place, What, Who};
use parallax::entity::EntityType;
use parallax::page::{At, Body, Fault, Give, Reach, fix, view};
use parallax::route::Route;

fn fixed(analysis: &Analysis, link: &str, words: &str, reach: Reach, to: Give) -> Edit {
    let found = fix(analysis, link, words).expect("there are names");
    let name = found.names[found.chosen].clone();
    assert!(name.reaches.iter().any(|(r, _)| *r == reach), "{:?}", name.reaches);
    page::edit(analysis, &Deed::Fix { name, reach, to }).unwrap()
}

#[test]
fn merging_adds_the_counts_up_everywhere() {
    let mut analysis = Analysis::of(articles());
    let (a, b) = (count(&analysis, "Pilots Guild"), count(&analysis, "Harbour Union"));
    let before = analysis.actors.actors.len();
    let (old, stays) = (id(&analysis, "Pilots Guild"), id(&analysis, "Harbour Union"));
    assert_eq!(merge(&mut analysis, "Pilots Guild", "Harbour Union"), Outcome::Applied(1));
    consistent(&analysis);
    assert_eq!(analysis.actors.actors.len(), before - 1);
    assert_eq!(count(&analysis, "Harbour Union"), a + b);
    assert_eq!(labels(&analysis, "Harbour Union"), "Harbour Union 1, Pilots Guild 1");
    assert_eq!(id(&analysis, "Harbour Union"), stays);
    // A link to the one that is merged away leads on, and says so.
    let led = view(&analysis, &Route::actor(&old));
    assert!(matches!(&led.body, Body::Actor(v) if v.name == "Harbour Union"));
    assert!(led.notices.iter().any(|n| n.contains("Harbour Union")), "{:?}", led.notices);
    let Body::Actor(v) = view(&analysis, &Route::actor(&stays)).body else { panic!("an actor") };
    assert_eq!(v.correct.notes[0].text, "You merged “Pilots Guild” into “Harbour Union”.");
    assert_eq!(v.total.value, a + b);
    let of = |label: &str| {
        v.joins.iter().find(|j| j.labels.iter().any(|l| l.label == label)).unwrap().reason.clone()
    };
    assert!(of("Pilots Guild").starts_with("Of “Pilots Guild”, which you merged in: "));
    assert!(!of("Harbour Union").contains("merged"));
    // Search follows.
    let found = view(&analysis, &Route::parse(&format!("#/search?q=actor:{stays}")));
    let Body::Search(found) = found.body else { panic!("a search") };
    assert_eq!(found.articles, 2);
}

#[test]
fn an_id_of_the_lexicon_is_kept() {
    let mut analysis = Analysis::of(vec![source(
        "a",
        "x",
        "Moscow and the Kremlhaus spoke. The Kremlhaus said so in Moscow.",
    )]);
    let known = id(&analysis, "Moscow");
    let made = id(&analysis, "Kremlhaus");
    assert!(analysis.actors.actors[actor(&analysis, "Moscow")].known);
    merge(&mut analysis, "Moscow", "Kremlhaus");
    consistent(&analysis);
    assert_eq!(id(&analysis, "Kremlhaus"), known);
    assert!(analysis.actors.actors[actor(&analysis, "Kremlhaus")].known);
    assert_eq!(analysis.actor(&made), Some(actor(&analysis, "Kremlhaus")));
}

#[test]
fn another_name_keeps_the_link_and_is_found() {
    let mut analysis = Analysis::of(articles());
    let old = id(&analysis, "Hugo Brandt");
    let name = "  Captain  Brandt ".to_owned();
    act(&mut analysis, &Deed::Rename { actor: old.clone(), name });
    consistent(&analysis);
    assert_eq!(id(&analysis, "Captain Brandt"), old);
    let found = view(&analysis, &Route::search("Captain Brandt"));
    let Body::Search(found) = found.body else { panic!("a search") };
    assert_eq!(found.sentences, 2, "{:?}", found.notes);
}

#[test]
fn another_type_shows_in_the_list_and_in_the_text() {
    let mut analysis = Analysis::of(articles());
    let paris = id(&analysis, "Paris");
    let kind = EntityType::Org;
    assert_ne!(analysis.actors.actors[actor(&analysis, "Paris")].kind, kind);
    act(&mut analysis, &Deed::Retype { actor: paris, kind });
    consistent(&analysis);
    let list = view(&analysis, &Route::parse("#/actors?type=ORG"));
    assert!(format!("{list:?}").contains("\"Paris\""));
    let text = format!("{:?}", view(&analysis, &Route::article("a", None)));
    assert!(text.contains("organisation: Paris") && !text.contains("place: Paris"));
}

#[test]
fn a_label_is_split_off_as_an_actor_of_its_own() {
    let mut analysis = Analysis::of(articles());
    assert_eq!(labels(&analysis, "Miguel Santos"), "Miguel Santos 2, Santos 1");
    let link = Route::actor(&id(&analysis, "Miguel Santos")).to_hash();
    let to = Give::New("Pedro Santos".to_owned());
    let edit = fixed(&analysis, &link, "Santos", Reach::Actor, to);
    assert_eq!(add(&mut analysis, edit), Outcome::Applied(1));
    consistent(&analysis);
    assert_eq!(labels(&analysis, "Miguel Santos"), "Miguel Santos 2");
    assert_eq!(labels(&analysis, "Pedro Santos"), "Santos 1");
    assert_eq!(analysis.actors.actors[actor(&analysis, "Pedro Santos")].kind, EntityType::Person);
    let joins = &analysis.actors.actors[actor(&analysis, "Pedro Santos")].joins;
    assert_eq!(joins[0].reason, "You moved it here from “Miguel Santos”.");
}

#[test]
fn what_is_left_is_not_called_by_a_name_that_was_taken_away() {
    let mut analysis = Analysis::of(articles());
    let link = Route::actor(&id(&analysis, "Miguel Santos")).to_hash();
    let to = Give::New("Miguel Santos".to_owned());
    let edit = fixed(&analysis, &link, "Miguel Santos", Reach::Actor, to);
    add(&mut analysis, edit);
    consistent(&analysis);
    assert_eq!(labels(&analysis, "Santos"), "Santos 1");
    assert_eq!(labels(&analysis, "Miguel Santos"), "Miguel Santos 2");
}

/// The place of the `n`th mention of these words in an article.
fn place(analysis: &Analysis, article: &str, words: &str, n: usize) -> (String, At) {
    let a = &analysis.articles[analysis.article(article).unwrap()];
    let m = a.mentions.iter().filter(|m| m.span.of(&a.text) == words).nth(n).unwrap();
    let link = Route::article(article, Some(m.sentence)).to_hash();
    (link, At { article: article.to_owned(), start: m.span.start })
}

#[test]
fn one_mention_goes_and_pronouns_go_with_it() {
    let mut analysis = Analysis::of(articles());
    let reyes = count(&analysis, "Ana Reyes");
    let (link, _) = place(&analysis, "a", "Reyes", 0);
    let to = Give::Actor("Hugo Brandt".to_owned());
    let edit = fixed(&analysis, &link, "Reyes", Reach::One, to);
    let Edit::Move { what: What::Mention(p), .. } = &edit else { panic!("one mention") };
    assert_eq!((p.article.as_str(), p.text.as_str()), ("a", "Reyes"));
    assert_eq!(add(&mut analysis, edit), Outcome::Applied(1));
    consistent(&analysis);
    assert_eq!(count(&analysis, "Ana Reyes"), reyes - 1);
    assert_eq!(labels(&analysis, "Hugo Brandt"), "Brandt 1, Hugo Brandt 1, Reyes 1");
    // "She", if it was taken for her, follows the mention before it.
    let pronouns = |name: &str| {
        let actor = &analysis.actors.actors[actor(&analysis, name)];
        let is = |at: &&parallax::entity::MentionRef| {
            analysis.mention(**at).unwrap().form == Form::Pronoun
        };
        actor.mentions.iter().filter(is).count()
    };
    assert_eq!(pronouns("Ana Reyes"), 0);
}

#[test]
fn not_an_actor_here_for_this_actor_or_anywhere() {
    let start = Analysis::of(articles());
    let all = count(&start, "Oslo");
    assert_eq!(all, 4);
    let (link, _) = place(&start, "a", "Oslo", 0);
    let mut one = start.clone();
    let edit = fixed(&one, &link, "Oslo", Reach::One, Give::Nobody);
    assert_eq!(add(&mut one, edit), Outcome::Applied(1));
    consistent(&one);
    assert_eq!(count(&one, "Oslo"), all - 1);
    // It is marked no more, and so cannot be followed to an actor.
    let text = |a: &Analysis| format!("{:?}", view(a, &Route::article("a", None)));
    assert_eq!(text(&start).matches("place: Oslo").count(), 2);
    assert_eq!(text(&one).matches("place: Oslo").count(), 1);

    let mut every = start.clone();
    let edit = fixed(&every, &link, "Oslo", Reach::Actor, Give::Nobody);
    assert_eq!(add(&mut every, edit), Outcome::Applied(all));
    consistent(&every);
    assert!(!has(&every, "Oslo"));
    match view(&every, &Route::actor(&id(&start, "Oslo"))).body {
        Body::Lost(lost) => assert!(lost.reason.contains("not an actor"), "{}", lost.reason),
        other => panic!("{other:?}"),
    }

    let mut anywhere = start.clone();
    let edit = Edit::Drop(What::Everywhere("Oslo".to_owned()));
    assert_eq!(add(&mut anywhere, edit), Outcome::Applied(all));
    assert!(!has(&anywhere, "Oslo"));

    let mut whole = start.clone();
    act(&mut whole, &Deed::Drop { actor: id(&start, "Oslo") });
    consistent(&whole);
    assert_eq!(whole.actors, every.actors);
}

#[test]
fn what_was_dropped_can_be_given_to_somebody() {
    let mut analysis = Analysis::of(articles());
    let oslo = id(&analysis, "Oslo");
    let (link, _) = place(&analysis, "a", "Oslo", 0);
    act(&mut analysis, &Deed::Drop { actor: oslo });
    let found = fix(&analysis, &link, "Oslo").unwrap();
    assert_eq!(found.names[found.chosen].actor, "");
    let to = Give::Actor("Paris".to_owned());
    let edit = fixed(&analysis, &link, "Oslo", Reach::All, to);
    assert_eq!(add(&mut analysis, edit), Outcome::Applied(4));
    consistent(&analysis);
    assert_eq!(labels(&analysis, "Paris"), "Oslo 4, Paris 3");
}

#[test]
fn corrections_build_on_each_other_and_hold_when_articles_come_and_go() {
    let mut analysis = Analysis::of(articles());
    merge(&mut analysis, "Pilots Guild", "Harbour Union");
    let union = id(&analysis, "Harbour Union");
    act(&mut analysis, &Deed::Rename { actor: union, name: "Union of the Harbour".to_owned() });
    merge(&mut analysis, "Miguel Santos", "Union of the Harbour");
    let whole = analysis.clone();
    assert_eq!(
        labels(&analysis, "Union of the Harbour"),
        "Harbour Union 1, Miguel Santos 2, Pilots Guild 1, Santos 1"
    );
    // Without the articles that name them, they wait.
    analysis.remove("c");
    analysis.finish();
    consistent(&analysis);
    assert_eq!(labels(&analysis, "Union of the Harbour"), "Harbour Union 1");
    match &analysis.effects.outcomes[0] {
        Outcome::NotApplied(why) => assert!(why.contains("Pilots Guild"), "{why}"),
        other => panic!("{other:?}"),
    }
    let shown = format!("{:?}", view(&analysis, &Route::parse("#/corrections")));
    assert!(shown.contains("Changes nothing here: no article here names “Pilots Guild”"));
    // With them again, they hold again.
    analysis.add(articles().swap_remove(2));
    analysis.finish();
    assert_eq!(analysis.actors, whole.actors);
    // An article that came later is corrected too.
    analysis.add(source("d", "west", "The Pilots Guild went home."));
    analysis.finish();
    consistent(&analysis);
    assert_eq!(count(&analysis, "Union of the Harbour"), 6);
}

#[test]
fn a_surname_in_common_is_no_reason_to_correct_another_person() {
    let mut analysis = Analysis::of(articles());
    let santos = id(&analysis, "Miguel Santos");
    act(&mut analysis, &Deed::Rename { actor: santos, name: "M. Santos".to_owned() });
    analysis.remove("c");
    analysis.add(source("d", "west", "Elena Santos left. Santos was tired."));
    analysis.finish();
    assert!(has(&analysis, "Elena Santos"), "another person was renamed");
    assert!(matches!(analysis.effects.outcomes[0], Outcome::NotApplied(_)));
}

#[test]
fn a_place_that_no_longer_fits_says_why() {
    let drop = |article: &str, start: u32, end: u32, text: &str| {
        let (article, text) = (article.to_owned(), text.to_owned());
        Edit::Drop(What::Mention(Place { article, start, end, text }))
    };
    let mut analysis = Analysis::of(articles());
    let a = analysis.articles[0].text.find("Ana Reyes").unwrap() as u32;
    for (edit, why) in [
        (drop("z", 0, 4, "Oslo"), "the article \"z\" is not in the library"),
        (drop("a", 0, 9, "Ana Reyes"), "the article no longer has the words “Ana Reyes” there"),
        (drop("a", 90_000, 90_009, "Ana Reyes"), "no longer has the words"),
        (drop("a", a, a + 3, "Ana"), "where “Ana” was found, “Ana Reyes” is found now"),
        (drop("a", a + 10, a + 14, "said"), "“said” is no longer taken for a name there"),
        (drop("a", a, a + 9, "Ana Reyes"), ""),
        (drop("a", a, a + 9, "Ana Reyes"), "it is no mention already"),
    ] {
        match add(&mut analysis, edit) {
            Outcome::NotApplied(seen) => assert!(!why.is_empty() && seen.contains(why), "{seen}"),
            Outcome::Applied(n) => assert_eq!((why, n), ("", 1)),
        }
    }
}

#[test]
fn forms_say_what_cannot_be_done() {
    let analysis = Analysis::of(articles());
    let oslo = || id(&analysis, "Oslo");
    let wrong = |deed: Deed| match page::edit(&analysis, &deed) {
        Err(Fault { field, text }) => format!("{field}: {text}"),
        Ok(edit) => panic!("{edit:?}"),
    };
    let rename = |name: &str| Deed::Rename { actor: oslo(), name: name.to_owned() };
    let merge = |into: &str| Deed::Merge { actor: oslo(), into: into.to_owned() };
    assert_eq!(wrong(rename("Oslo")), "rename: That is its name already.");
    assert_eq!(wrong(rename(" \u{202e} - ")), "rename: A name needs at least one letter or digit.");
    assert_eq!(wrong(rename(&"x".repeat(121))), "rename: A name has at most 120 characters.");
    assert_eq!(wrong(merge("")), "merge: Type the name of an actor.");
    assert_eq!(wrong(merge("oslo")), "merge: That is this actor itself.");
    assert!(wrong(merge("Nobody")).contains("No actor here is called “Nobody”"));
    let kind = analysis.actors.actors[actor(&analysis, "Oslo")].kind;
    assert_eq!(wrong(Deed::Retype { actor: oslo(), kind }), "retype: That is its type already.");
    let gone = Deed::Drop { actor: "no-such".to_owned() };
    assert_eq!(wrong(gone), "drop: This actor is no longer there.");
    // A label and a name without its case or accents are enough.
    for typed in ["PARIS", " paris ", "brandt", "Hugo Brandt"] {
        assert!(page::edit(&analysis, &merge(typed)).is_ok(), "{typed}");
    }
}

#[test]
fn two_actors_that_fit_equally_are_left_alone() {
    let mut analysis = Analysis::of(articles());
    for name in ["Oslo", "Paris"] {
        let actor = id(&analysis, name);
        act(&mut analysis, &Deed::Rename { actor, name: "The Town".to_owned() });
    }
    let who = Who { id: None, name: "The Town".to_owned(), kind: EntityType::Loc, labels: vec![] };
    match add(&mut analysis, Edit::DropActor(who)) {
        Outcome::NotApplied(why) => assert!(why.contains("two actors fit"), "{why}"),
        other => panic!("{other:?}"),
    }
    // Typed, they are told apart.
    let found = fix(&analysis, &Route::article("a", Some(0)).to_hash(), "").unwrap();
    let towns: Vec<&String> = found.others.iter().filter(|o| o.starts_with("The Town")).collect();
    assert_eq!(towns.len(), 2);
    assert_ne!(towns[0], towns[1]);
}
