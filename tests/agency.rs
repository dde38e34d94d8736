//! Who does what to whom: text in; agent, verb and target out.

use parallax::analysis::{Analysis, Article};
use parallax::claim::agency::{Action, Voice};
use parallax::claim::clause::Modality;
use parallax::compare::{self, Act};
use parallax::corpus::{Given, Source};
use parallax::ingest::BlockKind;
use parallax::span::Span;
use proptest::prelude::*;

#[path = "agency/bundled.rs"]
mod bundled;
#[path = "table/mod.rs"]
mod table;

fn article(text: &str) -> Article {
    let given = Given { scrape: false, ..Given::default() };
    Article::analyse(Source { id: "a".to_owned(), text: text.into(), given })
}

/// `agent | verb | target`, and what is told beside: passive, agentless, not, how it is meant. An end that
/// names an actor has a star.
fn line(a: &Article, action: &Action) -> String {
    let end = |span: Option<Span>, mention: Option<usize>| {
        let words = span.map_or("-".to_owned(), |s| {
            s.of(&a.text).split_whitespace().collect::<Vec<_>>().join(" ")
        });
        if mention.is_some() { words + "*" } else { words }
    };
    let mut told = Vec::new();
    match action.voice {
        Voice::Active => {}
        Voice::Passive => told.push("passive"),
        Voice::Agentless => told.push("agentless"),
    }
    if action.negated {
        told.push("not");
    }
    if action.modality != Modality::Done {
        told.push(action.modality.label());
    }
    let agent = end(action.agent_span, action.agent);
    let target = end(action.target_span, action.target);
    let told = if told.is_empty() { String::new() } else { format!(" | {}", told.join(", ")) };
    format!("{agent} | {} | {target}{told}", action.lemma)
}

fn read(text: &str) -> Vec<String> {
    let a = article(text);
    a.actions.iter().map(|action| line(&a, action)).collect()
}

/// Each line: text => what is read, parted by " / "; "" for nothing.
fn check(table: &[(&str, &str)]) {
    table::check(table, read);
}

#[test]
fn active_clauses() {
    check(&[
        ("The SDF captured Tabqa.", "SDF* | capture | Tabqa*"),
        ("The SDF has captured Tabqa.", "SDF* | capture | Tabqa*"),
        ("The SDF controls Tabqa.", "SDF* | control | Tabqa*"),
        ("The SDF is besieging Tabqa.", "SDF* | besiege | Tabqa*"),
        ("On Monday, Turkey struck a convoy.", "Turkey* | strike | convoy"),
        ("Turkey on Monday also struck a convoy.", "Turkey* | strike | convoy"),
        ("Hana Orel met Ilan Toro in Oslo.", "Hana Orel* | meet | Ilan Toro*"),
        ("Gunmen killed Hana Orel.", "Gunmen | kill | Hana Orel*"),
        ("They attacked Hezbollah.", "They | attack | Hezbollah*"),
        ("In Oslo the police arrested Hana Orel.", "police | arrest | Hana Orel*"),
        ("NATO carried out a raid near Kabul.", "NATO* | carry out | raid"),
        ("Israel shot down a drone.", "Israel* | shoot down | drone"),
    ]);
}

#[test]
fn passives_with_and_without_agent() {
    check(&[
        ("Tabqa was captured by the SDF.", "SDF* | capture | Tabqa* | passive"),
        ("Tabqa was captured in May by the SDF.", "SDF* | capture | Tabqa* | passive"),
        ("Tabqa was captured.", "- | capture | Tabqa* | agentless"),
        ("Hana Orel has been arrested.", "- | arrest | Hana Orel* | agentless"),
        ("Hana Orel got arrested in Oslo.", "- | arrest | Hana Orel* | agentless"),
        ("Tabqa was captured by Friday.", "- | capture | Tabqa* | agentless"),
        ("Tabqa is being shelled by Turkey.", "Turkey* | shell | Tabqa* | passive"),
        ("A convoy was hit by Turkish jets.", "Turkish jets* | hit | convoy | passive"),
    ]);
}

#[test]
fn what_stands_between_subject_and_verb() {
    check(&[
        ("Turkey, a member of NATO, struck a convoy.", "Turkey* | strike | convoy"),
        ("Turkey, which borders Syria, struck a convoy.", "Turkey* | strike | convoy"),
        ("The head of the bank in Oslo praised Hana Orel.", "head | praise | Hana Orel*"),
        ("The rebels fighting Turkey attacked a base.", "rebels | fight | Turkey*"),
        (
            "Hezbollah, backed by Iran, attacked a base.",
            "Iran* | back | Hezbollah* | passive / Hezbollah* | attack | base",
        ),
        ("Turkey and its allies struck a convoy.", "Turkey and its allies* | strike | convoy"),
    ]);
}

#[test]
fn relative_clauses() {
    check(&[
        ("Hana Orel, who heads the party, left.", "Hana Orel* | head | party"),
        (
            "They left Tabqa, which Turkey had bombed.",
            "They | leave | Tabqa* / Turkey* | bomb | Tabqa*",
        ),
        (
            "They fled Tabqa, which was bombed by Turkey.",
            "They | flee | Tabqa* / Turkey* | bomb | Tabqa* | passive",
        ),
        ("A town that Turkey bombed is empty.", "Turkey* | bomb | town"),
        ("The men who killed Hana Orel fled.", "men | kill | Hana Orel*"),
    ]);
}

#[test]
fn joined_verbs_share_a_subject() {
    check(&[
        (
            "Turkey attacked a base and seized a bridge.",
            "Turkey* | attack | base / Turkey* | seize | bridge",
        ),
        (
            "Turkey attacked a base, seized a bridge and burned a school.",
            "Turkey* | attack | base / Turkey* | seize | bridge / Turkey* | burn | school",
        ),
        (
            "Turkey attacked a base and Iran seized a bridge.",
            "Turkey* | attack | base / Iran* | seize | bridge",
        ),
        (
            "Turkey will attack the base and seize the bridge.",
            "Turkey* | attack | base | planned / Turkey* | seize | bridge | planned",
        ),
        (
            "Hana Orel was captured and killed by Turkey.",
            "- | capture | Hana Orel* | agentless / Turkey* | kill | Hana Orel* | passive",
        ),
    ]);
}

#[test]
fn polarity() {
    check(&[
        ("Turkey did not attack the base.", "Turkey* | attack | base | not"),
        ("Turkey didn't attack the base.", "Turkey* | attack | base | not"),
        ("Turkey has never attacked the base.", "Turkey* | attack | base | not"),
        ("Turkey will not attack the base.", "Turkey* | attack | base | not, planned"),
        ("Turkey failed to take the base.", "Turkey* | take | base | not, planned"),
        ("Turkey refused to release Hana Orel.", "Turkey* | release | Hana Orel* | not, planned"),
        ("Turkey attacked no base.", "Turkey* | attack | base | not"),
        ("Turkey did not start bombing Iran.", "Turkey* | bomb | Iran* | not"),
        ("Turkey did not stop bombing Iran.", "Turkey* | bomb | Iran*"),
        ("Turkey did not fail to take the base.", "Turkey* | take | base | planned"),
        (
            "Turkey was not prevented from bombing Iran.",
            "- | prevent | Turkey* | agentless, not / Turkey* | bomb | Iran*",
        ),
        // "Had" and "has", not "would" and "is".
        ("They've attacked Turkey.", "They've | attack | Turkey*"),
        ("He'd attacked Turkey.", "He'd | attack | Turkey*"),
        ("He's attacked Turkey.", "He's | attack | Turkey*"),
        ("He'd attack Turkey again.", "He'd | attack | Turkey* | planned"),
        ("Turkey left without attacking the base.", "Turkey* | attack | base | not"),
    ]);
}

#[test]
fn modality() {
    check(&[
        ("Turkey plans to attack the base.", "Turkey* | attack | base | planned"),
        ("Turkey is expected to attack the base.", "Turkey* | attack | base | planned"),
        ("Turkey is ready to attack the base.", "Turkey* | attack | base | planned"),
        (
            "Turkey sent jets to attack the base.",
            "Turkey* | send | jets / Turkey* | attack | base | planned",
        ),
        ("Turkey tried to attack the base.", "Turkey* | attack | base | attempted"),
        ("Turkey is fighting to hold the base.", "Turkey* | hold | base | attempted"),
        ("Turkey could attack the base.", "Turkey* | attack | base | possible"),
        ("Turkey may have attacked the base.", "Turkey* | attack | base | possible"),
        ("Turkey appears to support Hezbollah.", "Turkey* | support | Hezbollah* | possible"),
        ("Turkey must leave the base.", "Turkey* | leave | base | required"),
        ("Turkey has to leave the base.", "Turkey* | leave | base | required"),
        ("Turkey began to shell the base.", "Turkey* | shell | base"),
        ("Turkey is unable to hold the base.", "Turkey* | hold | base | not, possible"),
    ]);
}

#[test]
fn the_object_of_one_verb_is_the_subject_of_another() {
    check(&[
        (
            "Turkey asked Iran to release Hana Orel.",
            "Turkey* | ask | Iran* / Iran* | release | Hana Orel* | planned",
        ),
        (
            "Iran accused Turkey of arming rebels.",
            "Iran* | accuse | Turkey* / Turkey* | arm | rebels | possible",
        ),
        (
            "Iran stopped Turkey from taking the base.",
            "Iran* | stop | Turkey* / Turkey* | take | base | not",
        ),
        (
            "Iran was accused of arming rebels.",
            "- | accuse | Iran* | agentless / Iran* | arm | rebels | possible",
        ),
    ]);
}

#[test]
fn participles_and_compounds() {
    check(&[
        ("The city held by ISIS is empty.", "ISIS* | hold | city | passive"),
        ("The ISIS-held city is empty.", "ISIS* | hold | city | passive"),
        ("U.S.-backed militias left.", "U.S.* | back | militias | passive"),
        ("The rebel-held city of Homs is calm.", "rebel | hold | city of Homs* | passive"),
        ("Backed by Iran, the rebels left.", "Iran* | back | rebels | passive"),
        (
            "Turkey struck a convoy, killing Hana Orel.",
            "Turkey* | strike | convoy / Turkey* | kill | Hana Orel*",
        ),
        ("The coalition is focused on isolating Raqqa.", "coalition | isolate | Raqqa* | planned"),
        ("After seizing Tabqa, the SDF left.", "SDF* | seize | Tabqa*"),
    ]);
}

#[test]
fn what_a_clause_belongs_to() {
    check(&[
        // A name is not told apart by "who" or "that" without a comma.
        ("A farmer in Norway who sued Iran won.", "farmer | sue | Iran*"),
        ("A deal with Iran that angered Turkey failed.", "deal | anger | Turkey*"),
        ("Hana Orel told Turkey that Iran had left.", ""),
        // Whose plan it is.
        ("Turkey's plan to attack Iran failed.", "Turkey* | attack | Iran* | planned"),
        ("They voted on a plan to help Iran.", "- | help | Iran* | planned"),
        ("The promise of joining NATO is old.", "- | join | NATO*"),
        // Participles that belong to a noun.
        ("The convoy sent to Iran by train hit Turkey.", "convoy | hit | Turkey*"),
        ("Turkey kept the city of Raqqa isolated.", "Turkey* | keep | city of Raqqa*"),
        ("The newly elected leaders left Iran.", "elected leaders | leave | Iran*"),
        ("Instead of attacking Iran, Turkey left.", "Turkey* | attack | Iran* | not"),
        ("Without telling Iran, Turkey bombed a convoy.", "Turkey* | bomb | convoy"),
        // A noun that looks like a verb, before the verb.
        ("Turkish air strikes hit a convoy.", "Turkish air strikes* | hit | convoy"),
        ("Turkey helped the army take Homs.", "Turkey* | help | army / army | take | Homs*"),
        (
            "Turkey praised Iran for freeing Hana Orel.",
            "Turkey* | praise | Iran* / Iran* | free | Hana Orel*",
        ),
        ("Turkey turned down an offer.", "Turkey* | turn down | offer"),
    ]);
}

#[test]
fn who_stands_for_an_actor() {
    check(&[
        ("ISIS fighters captured a village.", "ISIS fighters* | capture | village"),
        ("Leaders of ISIS captured a village.", "Leaders of ISIS* | capture | village"),
        ("Russian jets hit a village.", "Russian jets* | hit | village"),
        ("The SDF holds half of Raqqa.", "SDF* | hold | half of Raqqa*"),
        // Not the actor itself, but something of it.
        ("Critics of Hana Orel burned a flag.", ""),
        ("The wife of Hana Orel burned a flag.", ""),
    ]);
}

#[test]
fn what_is_no_action() {
    check(&[
        // Saying and thinking.
        ("Hana Orel said the army had left.", ""),
        ("Hana Orel told reporters that she was ill.", ""),
        ("\"We go,\" said Hana Orel.", ""),
        ("Turkey announced a plan.", ""),
        ("Turkey believes Iran is weak.", ""),
        // Being and having.
        ("Turkey is a member of NATO.", ""),
        ("Turkey has an army.", ""),
        ("Iraq borders Syria.", ""),
        // Without an object.
        ("Turkey attacked on Monday.", ""),
        ("The SDF advanced towards Raqqa.", ""),
        // Nouns that look like verbs.
        ("The attack on Raqqa was a failure.", ""),
        ("Strikes in Syria and raids in Iraq went on.", ""),
        ("Turkey's plans for Syria are old.", ""),
        // Adjectives that look like passives.
        ("Oslo is located in Norway.", ""),
        ("Hana Orel is married.", ""),
        // No actor.
        ("The farmer sold a cow.", ""),
        ("Rain damaged the road.", ""),
        // Things that are only said to take place.
        ("The talks took place in Oslo.", ""),
    ]);
}

#[test]
fn verbs_have_their_base_forms() {
    let table = [
        ("seized", "seize"),
        ("captured", "capture"),
        ("planned", "plan"),
        ("barred", "bar"),
        ("carried", "carry"),
        ("took", "take"),
        ("overthrew", "overthrow"),
        ("hit", "hit"),
        ("vetoed", "veto"),
        ("spearheaded", "spearhead"),
        // Not listed: by the rules of spelling alone.
        ("gobbled", "gobble"),
        ("zapped", "zap"),
        ("torched", "torch"),
        ("fumigated", "fumigate"),
    ];
    for (form, lemma) in table {
        let a = article(&format!("Turkey {form} the base."));
        let lemmas: Vec<&str> = a.actions.iter().map(|x| x.lemma.as_str()).collect();
        assert_eq!(lemmas, [lemma], "{form}");
    }
}

#[test]
fn odd_text_does_no_harm() {
    let pieces = [
        "Turkey ",
        "Turkey attacked ",
        "to seize ",
        "and ",
        ", ",
        "who ",
        "that that ",
        "( ",
        "by by ",
        "was ",
        "Iran-held ",
        "U.S.- backed ",
        "of ",
        "-",
        "' ",
        "\"",
        "had been ",
        "not to ",
        "İran's ",
        "accused of ",
        "more than ",
        "Iran, ",
        "Iran and ",
        "\u{202E}",
    ];
    for piece in pieces {
        let a = article(&format!("Turkey {} attacked Iran.", piece.repeat(4000)));
        for action in &a.actions {
            assert!(!action.lemma.is_empty());
        }
    }
    for text in ["", " ", "\u{feff}", "Turkey", "Turkey was", "Turkey attacked", "to", "by Turkey"]
    {
        let _ = article(text);
    }
}

fn anything() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "Turkey",
        "the",
        "SDF",
        "attacked",
        "was",
        "by",
        "to",
        "seize",
        "who",
        "that",
        ",",
        "and",
        "ISIS-held",
        "city",
        "of",
        "not",
        "will",
        "plans",
        "\"",
        "(",
        ")",
        "'s",
        "Turkey's",
        "é",
        "killing",
        "forces",
        "said",
        "on Monday",
        "\n\n",
        ".",
        "half",
        "from",
        "accused",
        "U.S.",
        "has",
        "İstanbul",
        "😀",
        "government-held",
        "out",
        "carried",
        "no",
        "than",
        "more",
    ]);
    prop::collection::vec(word, 0..60).prop_map(|w| w.join(" "))
}

proptest! {
    #[test]
    fn spans_lie_in_their_sentence_on_boundaries(text in prop_oneof![any::<String>(), anything()]) {
        let a = article(&text);
        for action in &a.actions {
            let sentence = a.doc.sentences[action.sentence].span;
            for span in [Some(action.verb), action.agent_span, action.target_span].into_iter().flatten() {
                prop_assert!(sentence.covers(span), "{action:?}");
                prop_assert!(a.text.get(span.range()).is_some_and(|s| !s.is_empty()), "{action:?}");
            }
            prop_assert!(action.agent.is_some() || action.target.is_some());
            prop_assert_eq!(action.agent.is_some() && action.agent_span.is_none(), false);
            for (mention, span) in [(action.agent, action.agent_span), (action.target, action.target_span)] {
                if let (Some(m), Some(span)) = (mention, span) {
                    prop_assert!(span.overlaps(a.mentions[m].span), "{action:?}");
                }
            }
            prop_assert_eq!(action.voice == Voice::Passive, action.agent_span.is_some() && action.voice != Voice::Active);
        }
        prop_assert!(a.actions.windows(2).all(|w| w[0].verb.start <= w[1].verb.start));
    }
}

/// Rows as `agent verb target: count by column (active/passive/agentless)`.
#[test]
fn acts_by_column() {
    let texts = [
        "Turkey attacked Iran. Iran was attacked by Turkey. Hana Orel said Turkey had armed Hezbollah.",
        "Iran was attacked. Turkey did not attack Iran. Turkey attacked Iran.",
        "Rain fell in Oslo.",
    ];
    let given = |i: usize, text: &str| {
        let given = Given { scrape: false, ..Given::default() };
        Source { id: format!("a{i}"), text: text.into(), given }
    };
    let analysis = Analysis::of(texts.iter().enumerate().map(|(i, t)| given(i, t)).collect());
    let columns = vec![vec![0], vec![1], vec![2]];
    let name =
        |actor: Option<usize>| actor.map_or("-", |a| analysis.actors.actors[a].name.as_str());
    let action = |act: &Act| &analysis.articles[act.article].actions[act.action];
    let voices = |cell: &Vec<Act>| {
        let of = |voice| cell.iter().filter(|act| action(act).voice == voice).count();
        format!("{}/{}/{}", of(Voice::Active), of(Voice::Passive), of(Voice::Agentless))
    };
    let deeds: Vec<String> = compare::deeds(&analysis, &columns)
        .iter()
        .map(|d| {
            let cells: Vec<String> = d.cells.iter().map(voices).collect();
            let not = if d.negated { " not" } else { "" };
            format!("{}{not} {} {}: {}", name(d.agent), d.lemma, name(d.target), cells.join(" "))
        })
        .collect();
    assert_eq!(
        deeds,
        [
            "Turkey attack Iran: 1/1/0 1/0/0 0/0/0",
            "Turkey arm Hezbollah: 1/0/0 0/0/0 0/0/0",
            "- attack Iran: 0/0/0 0/0/1 0/0/0",
            "Turkey not attack Iran: 0/0/0 1/0/0 0/0/0",
        ]
    );
    let parts: Vec<String> = compare::parts(&analysis, &columns)
        .iter()
        .map(|p| {
            let count = |cells: &[Vec<Act>]| {
                let counts: Vec<String> = cells.iter().map(|c| c.len().to_string()).collect();
                counts.join(" ")
            };
            for (cell, v) in p.undergoes.iter().zip(&p.undergoing) {
                assert_eq!(voices(cell), format!("{}/{}/{}", v.active, v.passive, v.agentless));
            }
            format!(
                "{} acts {}, undergoes {}",
                name(Some(p.actor)),
                count(&p.acts),
                count(&p.undergoes)
            )
        })
        .collect();
    assert_eq!(
        parts,
        [
            "Iran acts 0 0 0, undergoes 2 3 0",
            "Turkey acts 3 2 0, undergoes 0 0 0",
            "Hezbollah acts 0 0 0, undergoes 1 0 0",
        ]
    );
    // What the outlet says itself, and what it lets another say.
    let deeds = compare::deeds(&analysis, &columns);
    let said: Vec<bool> = deeds
        .iter()
        .flat_map(|d| d.cells.iter().flatten())
        .map(|a| analysis.articles[a.article].attribution_of(action(a).verb).is_some())
        .collect();
    assert_eq!(said, [false, false, false, true, false, false]);
    assert!(compare::deeds(&analysis, &[vec![2]]).is_empty());
    assert!(compare::parts(&Analysis::default(), &[]).is_empty());
}
