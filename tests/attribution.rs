//! Attributions: text in; source, cue, content and kind out.

use parallax::attribution::{self, Attribution, AttributionKind};
use parallax::corpus::Given;
use parallax::entity;
use parallax::ingest;
use parallax::span::Span;
use parallax::text;

fn find(text: &str) -> Vec<Attribution> {
    let cleaned = ingest::clean(text, &Given { scrape: false, ..Given::default() });
    let doc = text::analyse(text, &cleaned.blocks);
    let mentions = entity::find(text, &doc);
    attribution::find(text, &doc, &mentions)
}

fn words(text: &str, spans: &[Span]) -> String {
    let words: Vec<&str> = spans.iter().map(|s| s.of(text)).collect();
    words.join(" … ").replace('\u{A0}', " ")
}

/// Each attribution as `source | cue | content`.
fn read(text: &str) -> Vec<String> {
    let line = |a: &Attribution| {
        let part = |spans: &[Span]| words(text, spans);
        format!("{} | {} | {}", part(&a.source), part(&a.cue), part(&a.content))
    };
    find(text).iter().map(line).collect()
}

fn check(table: &[(&str, &[&str])]) {
    for (text, expected) in table {
        assert_eq!(read(text), *expected, "in {text:?}");
    }
}

#[test]
fn a_quote_before_after_and_around_the_cue() {
    check(&[
        (r#""We are ready," Hana Orel said."#, &[r#"Hana Orel | said | "We are ready,""#]),
        (r#""We are ready," said Hana Orel."#, &[r#"Hana Orel | said | "We are ready,""#]),
        (r#"Hana Orel said, "We are ready.""#, &[r#"Hana Orel | said | "We are ready.""#]),
        (
            r#"Hana Orel told reporters: "We are ready.""#,
            &[r#"Hana Orel | told | "We are ready.""#],
        ),
        (
            r#""We are ready," Orel said, "but it will take time.""#,
            &[r#"Orel | said | "We are ready," … "but it will take time.""#],
        ),
        (
            r#""We are ready," Orel said. "It will take time.""#,
            &[r#"Orel | said | "We are ready," … "It will take time.""#],
        ),
        (
            r#"Orel asked, "Why now?" The army said it was late."#,
            &[r#"Orel | asked | "Why now?""#, "The army | said | it was late"],
        ),
        (
            r#"Orel asked "Why now?" The army said it was late."#,
            &[r#"Orel | asked | "Why now?""#, "The army | said | it was late"],
        ),
        (r#""Are you ready?" she asked."#, &[r#"she | asked | "Are you ready?""#]),
        (
            r#""We are ready," said Hana Orel, the mayor of Brno, on Monday."#,
            &[r#"Hana Orel, the mayor of Brno | said | "We are ready,""#],
        ),
    ]);
}

#[test]
fn every_style_of_quotation_mark() {
    check(&[
        ("“We are ready,” Orel said.", &["Orel | said | “We are ready,”"]),
        ("«We are ready», Orel said.", &["Orel | said | «We are ready»"]),
        ("‘We are ready,’ Orel said.", &["Orel | said | ‘We are ready,’"]),
        ("'We're ready,' Orel said.", &["Orel | said | 'We're ready,'"]),
        ("''We are ready,'' Orel said.", &["Orel | said | ''We are ready,''"]),
        ("„We are ready,“ Orel said.", &["Orel | said | „We are ready,“"]),
        ("“He called it ‘mad’ today,” Orel said.", &["Orel | said | “He called it ‘mad’ today,”"]),
    ]);
}

#[test]
fn apostrophes_open_no_quotes() {
    check(&[
        ("The rebels' men and the soldiers' wives left.", &[]),
        (
            "Orel said the miners' union won't strike.",
            &["Orel | said | the miners' union won't strike"],
        ),
    ]);
}

#[test]
fn a_quote_goes_on_over_paragraphs() {
    check(&[
        (
            "“We are ready,” Orel said. “It is late.\n\n“But we go.”\n\nThe crowd left.",
            &["Orel | said | “We are ready,” … “It is late. … “But we go.”"],
        ),
        (
            "\"We are ready,\" Orel said.\n\n\"We go.\"",
            &[r#"Orel | said | "We are ready," … "We go.""#],
        ),
    ]);
}

#[test]
fn an_unbalanced_mark_spoils_no_more_than_its_paragraph() {
    check(&[
        (
            "The \"old plan was dropped.\n\n\"We are ready,\" Orel said.",
            &[r#"Orel | said | "We are ready,""#],
        ),
        (
            "A “line” and a \"de-confliction line” exist.\n\n\"We go,\" Orel said.",
            &[r#"Orel | said | "We go,""#],
        ),
    ]);
}

#[test]
fn indirect_speech() {
    check(&[
        (
            "The ministry said that the road was closed.",
            &["The ministry | said | that the road was closed"],
        ),
        ("The ministry said the road was closed.", &["The ministry | said | the road was closed"]),
        ("The road was closed, the ministry said.", &["the ministry | said | The road was closed"]),
        (
            "The road was closed, the ministry said on Monday.",
            &["the ministry | said | The road was closed"],
        ),
        ("The road, she said, was closed.", &["she | said | The road … was closed"]),
        ("The road was closed, she said, speaking in Brno.", &["she | said | The road was closed"]),
        (
            "The road was closed, she said, without giving details.",
            &["she | said | The road was closed"],
        ),
        ("The road was closed, she said, but Pisk left.", &["she | said | The road was closed"]),
        (
            "The road was closed, she said, because it was late.",
            &["she | said | The road was closed … because it was late"],
        ),
        (
            "A senior official told Reuters on Friday they would leave.",
            &["A senior official | told | they would leave"],
        ),
        ("The army said in a statement that it had left.", &["The army | said | that it had left"]),
        ("The group denied the claim.", &["The group | denied | the claim"]),
        ("She vowed to return.", &["She | vowed | to return"]),
        ("He pointed out that it was late.", &["He | pointed out | that it was late"]),
        (
            "They have not said whether they will come.",
            &["They | have not said | whether they will come"],
        ),
        (
            "Ana Bello, who leads the council, said the town was safe.",
            &["Ana Bello, who leads the council | said | the town was safe"],
        ),
        (
            "Rain fell and the mayor said the bridge was shut.",
            &["the mayor | said | the bridge was shut"],
        ),
        (
            "With Orel saying that help was needed, they left.",
            &["Orel | saying | that help was needed"],
        ),
        (
            "Orel said the road was closed, adding that help was near.",
            &["Orel | said | the road was closed", "Orel | adding | that help was near"],
        ),
        (
            "While Orel acknowledged that it was late, she said there was hope.",
            &["Orel | acknowledged | that it was late", "she | said | there was hope"],
        ),
    ]);
}

#[test]
fn adverbs_at_the_head_of_the_content() {
    check(&[
        ("Orel said not all soldiers had left.", &["Orel | said | not all soldiers had left"]),
        ("Orel said hardly any road was open.", &["Orel | said | hardly any road was open"]),
        ("Orel said nearly 300 men had left.", &["Orel | said | nearly 300 men had left"]),
        ("The army rejected almost all offers.", &["The army | rejected | almost all offers"]),
        ("Orel said family members had left.", &["Orel | said | family members had left"]),
        ("Orel said elderly people were ill.", &["Orel | said | elderly people were ill"]),
        ("Orel said friendly forces were near.", &["Orel | said | friendly forces were near"]),
        ("Orel said supply was low.", &["Orel | said | supply was low"]),
        ("The miners agreed not to strike.", &["The miners | agreed | not to strike"]),
        ("Orel said Friday's vote was fair.", &["Orel | said | Friday's vote was fair"]),
        ("Orel said Friday was quiet.", &["Orel | said | Friday was quiet"]),
        ("Today's report said it was late.", &["Today's report | said | it was late"]),
        // These tell how and when it was said.
        ("Orel said angrily that it was late.", &["Orel | said | that it was late"]),
        ("Orel said quietly: \"It is late.\"", &["Orel | said | \"It is late.\""]),
        ("Orel said again on Monday that it was late.", &["Orel | said | that it was late"]),
        ("Orel asked again whether it was late.", &["Orel | asked | whether it was late"]),
    ]);
}

#[test]
fn past_forms_of_reporting_verbs() {
    for past in [
        "blogged",
        "concurred",
        "deadpanned",
        "demurred",
        "sobbed",
        "lied",
        "booed",
        "began",
        "said",
        "sang",
        "forecast",
        "quipped",
        "replied",
        "signalled",
        "signaled",
        "read",
        "laid out",
        "spoke",
    ] {
        let text = format!("\"We go,\" Orel {past}.");
        assert_eq!(read(&text), [format!("Orel | {past} | \"We go,\"")]);
    }
    for past in ["abhorred", "regretted", "sidestepped", "forgot", "foresaw", "banned", "sought"] {
        let text = format!("Orel {past} the plan.");
        assert_eq!(read(&text), [format!("Orel | {past} | the plan")]);
    }
    check(&[
        ("\"We go,\" Orel said, lying.", &["Orel | said | \"We go,\""]),
        ("\"We go,\" she boos.", &["she | boos | \"We go,\""]),
        ("The plan was foreseen by the miners.", &["the miners | was foreseen | The plan"]),
    ]);
}

#[test]
fn subjects_that_are_hard_to_see() {
    check(&[
        (
            "After the court refused to hear the case, Orel left.",
            &["the court | refused | to hear the case"],
        ),
        (
            "A letter dated Monday says that the road was closed.",
            &["A letter dated Monday | says | that the road was closed"],
        ),
        (
            "Farmers whose land was flooded say the dam broke.",
            &["Farmers whose land was flooded | say | the dam broke"],
        ),
        (
            "A fifth of the farmers, 20 percent, say the dam broke.",
            &["A fifth of the farmers, 20 percent | say | the dam broke"],
        ),
        (
            "Hana Orel - who leads the miners - said the road was closed.",
            &["Hana Orel - who leads the miners | said | the road was closed"],
        ),
        (
            "\"We go,\" said a farmer who owns the mill.",
            &["a farmer who owns the mill | said | \"We go,\""],
        ),
        ("Those surveyed say the dam broke.", &["Those surveyed | say | the dam broke"]),
    ]);
}

#[test]
fn where_contents_begin_and_end() {
    check(&[
        (
            "Orel said on Monday at a meeting in Brno, Moravia, that the road was closed.",
            &["Orel | said | that the road was closed"],
        ),
        ("Orel added, that the road was closed.", &["Orel | added | that the road was closed"]),
        (
            "Orel was asked by a farmer whether the dam broke.",
            &["a farmer | was asked | whether the dam broke"],
        ),
        ("As Orel told the council, the dam was old.", &["Orel | told | the dam was old"]),
        ("The dam was old, as Orel said.", &["Orel | said | The dam was old"]),
        (
            "Orel said: \"The dam broke,\" Reuters reported.",
            &["Reuters | reported | Orel said: \"The dam broke,\""],
        ),
        (
            "Orel said the dam was \"a ruin,\" adding that it was late.",
            &["Orel | said | the dam was \"a ruin,\"", "Orel | adding | that it was late"],
        ),
    ]);
}

#[test]
fn what_a_survey_found() {
    check(&[
        (
            "In a poll of farmers, the dam was feared more than the road.",
            &["a poll of farmers | In | the dam was feared more than the road"],
        ),
        (
            "The party is at 12 percent in a poll released Thursday.",
            &["a poll released Thursday | in | The party is at 12 percent"],
        ),
        ("The farmers took part in a poll on the dam.", &[]),
    ]);
}

#[test]
fn pictures_say_nothing() {
    check(&[
        ("The photo shows the bridge.", &[]),
        ("Videos that show the bridge were released.", &[]),
        (
            "After the footage was released, voters wanted an inquiry.",
            &["voters | wanted | an inquiry"],
        ),
    ]);
}

#[test]
fn phrases_that_attribute() {
    check(&[
        (
            "The road was closed, according to the ministry.",
            &["the ministry | according to | The road was closed"],
        ),
        (
            "According to the ministry, the road was closed.",
            &["the ministry | According to | the road was closed"],
        ),
        (
            "The road was closed, according to a statement issued by the Ministry of Roads.",
            &["a statement issued by the Ministry of Roads | according to | The road was closed"],
        ),
        (
            "The daily Zora reported, citing police, that the road was closed.",
            &[
                "The daily Zora | reported | that the road was closed",
                "police | citing | that the road was closed",
            ],
        ),
        (
            "Reuters, citing two officials, reported that the road was closed.",
            &[
                "two officials | citing | that the road was closed",
                "Reuters | reported | that the road was closed",
            ],
        ),
        (
            "Citing two officials, Reuters reported that the road was closed.",
            &[
                "two officials | Citing | that the road was closed",
                "Reuters | reported | that the road was closed",
            ],
        ),
        (
            "The road was closed, Reuters reported, citing two officials.",
            &[
                "Reuters | reported | The road was closed",
                "two officials | citing | The road was closed",
            ],
        ),
        (
            "The road was closed on Monday, citing police.",
            &["police | citing | The road was closed on Monday"],
        ),
        ("The army closed the road, citing a flood.", &[]),
        (
            "The road, according to the ministry, was closed.",
            &["the ministry | according to | The road … was closed"],
        ),
        (
            "Orel said that, according to the ministry, the road was closed.",
            &[
                "Orel | said | that, according to the ministry, the road was closed",
                "the ministry | according to | the road was closed",
            ],
        ),
        (
            "Orel said, according to the ministry, that the road was closed.",
            &[
                "Orel | said | that the road was closed",
                "the ministry | according to | that the road was closed",
            ],
        ),
        (
            "A statement from the council said it was ready.",
            &["A statement from the council | said | it was ready"],
        ),
    ]);
}

#[test]
fn verbs_that_share_a_subject() {
    check(&[
        (
            "Orel thanked the crew and said that the road was closed.",
            &["Orel | thanked | the crew", "Orel | said | that the road was closed"],
        ),
        ("Orel climbed the stairs, saying she was ready.", &["Orel | saying | she was ready"]),
        (
            "Orel on Monday also said the road was closed.",
            &["Orel | also said | the road was closed"],
        ),
        (
            "Orel, in a letter to the council, said the road was closed.",
            &["Orel | said | the road was closed"],
        ),
        (
            "Voters who named a party said they were ready.",
            &["Voters who named a party | said | they were ready"],
        ),
        (
            "Orel declined to say whether the road was closed.",
            &["Orel | declined to say | whether the road was closed"],
        ),
    ]);
}

#[test]
fn passives_nouns_and_adjectives_that_report() {
    check(&[
        ("The plan was praised by the miners.", &["the miners | was praised | The plan"]),
        ("The plan is expected to fail.", &[" | is expected | The plan … to fail"]),
        ("They read a report denounced by the miners.", &["the miners | denounced | a report"]),
        (
            "The army said by Monday it would leave.",
            &["The army | said | by Monday it would leave"],
        ),
        (
            "The army confirmed by phone that it had left.",
            &["The army | confirmed | that it had left"],
        ),
        (
            "The army announced by loudspeaker that it had left.",
            &["The army | announced | that it had left"],
        ),
        (
            "They read a report denounced by miners who were ill.",
            &["miners who were ill | denounced | a report"],
        ),
        (
            "The miners repeated their opposition to the plan.",
            &["The miners | repeated their opposition to | the plan"],
        ),
        (
            "The army's opposition to the plan surprised voters.",
            &["The army's | opposition to | the plan"],
        ),
        (
            "Pisk ignored the miners' opposition to the plan.",
            &["the miners' | opposition to | the plan"],
        ),
        (
            "They read the army's denials that it had left.",
            &["the army's | denials | that it had left"],
        ),
        (
            "The miners renewed their call for a vote.",
            &["The miners | renewed their call for | a vote"],
        ),
        (
            "The army signalled doubts about the plan.",
            &["The army | signalled doubts about | the plan"],
        ),
        ("The army's attack on the town failed.", &[]),
        ("The miners are aware of the danger.", &["The miners | are aware of | the danger"]),
        (
            "The miners are convinced that it will fail.",
            &["The miners | are convinced | that it will fail"],
        ),
    ]);
}

#[test]
fn what_belongs_to_a_source() {
    check(&[
        (
            "\"We go,\" said Hana Orel, an adviser to the mayor, on Monday.",
            &["Hana Orel, an adviser to the mayor | said | \"We go,\""],
        ),
        (
            "\"We go,\" said Hana Orel, author of \"The Dam,\" on Monday.",
            &["Hana Orel, author of \"The Dam,\" | said | \"We go,\""],
        ),
        (
            "\"We go,\" said Hana Orel, 55, of Brno.",
            &["Hana Orel, 55, of Brno | said | \"We go,\""],
        ),
        (
            "The dam was old, according to the 2009 report.",
            &["the 2009 report | according to | The dam was old"],
        ),
        (
            "The dam was old, according to a poll conducted in May.",
            &["a poll conducted in May | according to | The dam was old"],
        ),
        ("\"Go now,\" the 43-year-old said.", &["the 43-year-old | said | \"Go now,\""]),
        ("About four in ten said they were late.", &["About four in ten | said | they were late"]),
        (
            "Fewer than 15 percent of farmers said they were late.",
            &["Fewer than 15 percent of farmers | said | they were late"],
        ),
        (
            "These are three things the army said about the town.",
            &["the army | said about | the town"],
        ),
        ("Rain fell after Orel said it was late.", &["Orel | said | it was late"]),
        ("They left when farmers reported a fire.", &["farmers | reported | a fire"]),
        ("They came as a poll showed Orel ahead.", &["a poll | showed | Orel ahead"]),
        ("Orel was attacked by Pisk for ignoring the farmers.", &["Pisk | was attacked | Orel"]),
        (
            "Supporters of the plan hope it will pass.",
            &["Supporters of the plan | hope | it will pass"],
        ),
        ("Orel and Pisk, among others, reject the term.", &["Orel and Pisk | reject | the term"]),
        (
            "Pisk, who said it was late, praised the plan.",
            &["who | said | it was late", "Pisk | praised | the plan"],
        ),
        (
            "Officials, speaking because they were on leave, said it was late.",
            &["Officials | said | it was late"],
        ),
        (
            "While Pisk favoured the dam, Orel has changed course, saying it was late.",
            &["Pisk | favoured | the dam", "Orel | saying | it was late"],
        ),
    ]);
}

#[test]
fn sources_that_are_inserted() {
    check(&[
        (
            "The dam, says Hana Orel, the mayor, is old.",
            &["Hana Orel, the mayor | says | The dam … is old"],
        ),
        ("But, said Orel, \"we go.\"", &["Orel | said | \"we go.\""]),
        (
            "Orel's victory, many think, is only a matter of time.",
            &["many | think | Orel's victory … is only a matter of time"],
        ),
        ("The dam, as Orel points out, is old.", &["Orel | points out | The dam … is old"]),
        ("\"We hope it ends.\" Orel said.", &["Orel | said | \"We hope it ends.\""]),
        (
            "\"As a farmer, he lost a lot\" Orel said.",
            &["Orel | said | \"As a farmer, he lost a lot\""],
        ),
        (
            "In an interview with \"The Dam,\" Orel pointed to the fire.",
            &["Orel | pointed to | the fire"],
        ),
    ]);
}

#[test]
fn participles_of_speech() {
    check(&[
        ("They held up a sign saying \"We go.\"", &["a sign | saying | \"We go.\""]),
        ("Orel started asking farmers to leave.", &["Orel | asking | to leave"]),
        ("They’re not expecting to win.", &["They’re | not expecting | to win"]),
        ("Asked whether it was late, Orel left.", &[" | Asked | whether it was late"]),
        (
            "When asked about the dam, Orel said no.",
            &[" | asked about | the dam", "Orel | said | no"],
        ),
        ("Orel said no one was hurt.", &["Orel | said | no one was hurt"]),
        ("Orel was asked about the dam.", &[" | was asked about | the dam"]),
        (
            "Figures reported on Monday suggest that it is late.",
            &["Figures reported on Monday | suggest | that it is late"],
        ),
        // None of these speaks.
        ("Orel had a hard time saying it.", &[]),
        ("They met in a creative writing course.", &[]),
        ("They counted 475 pledged delegates.", &[]),
        ("They founded a group to promote the dam.", &[]),
        ("They are waiting in states that voted early.", &[]),
        ("The plan was supposed to fail.", &[]),
        ("The mayor did not respond to a request for comment.", &[]),
        ("Orel spoke to farmers in Brno.", &[]),
    ]);
}

#[test]
fn nouns_and_idioms_that_report() {
    check(&[
        ("Their fear is that it is late.", &["Their | fear is | that it is late"]),
        ("The question is whether it is late.", &[" | question is | whether it is late"]),
        ("There were fears that the dam would break.", &[" | fears | that the dam would break"]),
        ("They heard theories that failed.", &[]),
        ("It fed a fear among farmers that it was late.", &["farmers | fear | that it was late"]),
        (
            "Orel has now made it clear that it is late.",
            &["Orel | has now made it clear | that it is late"],
        ),
        ("Orel came out against the dam.", &["Orel | came out against | the dam"]),
        ("Orel came out of the house.", &[]),
        ("Orel doubled down on the claim.", &["Orel | doubled down on | the claim"]),
        ("Orel also declined to comment.", &["Orel | also declined | to comment"]),
        ("Orel declined to identify the men.", &["Orel | declined | to identify the men"]),
        ("Orel proposed a tax on grain.", &["Orel | proposed | a tax on grain"]),
        ("Orel requested yet another inquiry.", &["Orel | requested | yet another inquiry"]),
        ("Orel defended Pisk's remarks on grain.", &["Orel | defended | Pisk's remarks on grain"]),
        ("Police reported at least 20 fires.", &["Police | reported | at least 20 fires"]),
        ("Orel reported having three dams.", &["Orel | reported | having three dams"]),
    ]);
}

#[test]
fn where_another_act_ends_a_content() {
    check(&[
        (
            "While Orel favoured the dam, Pisk called for a road.",
            &["Orel | favoured | the dam", "Pisk | called for | a road"],
        ),
        (
            "Orel said it was late before claiming that it was early.",
            &["Orel | said | it was late", "Orel | claiming | that it was early"],
        ),
        (
            "Orel acknowledged the delay even as he defended the plan.",
            &["Orel | acknowledged | the delay", "he | defended | the plan"],
        ),
        (
            "Orel says it is late and calls him a liar.",
            &["Orel | says | it is late", "Orel | calls | him a liar"],
        ),
        (
            "Orel complained that it was late, a claim that Pisk denied.",
            &["Orel | complained | that it was late"],
        ),
        (
            "Orel hinted at the plan by mentioning a road.",
            &["Orel | hinted at | the plan", "Orel | mentioning | a road"],
        ),
        (
            "Orel said it was a \"mistake,\" although he liked it.",
            &["Orel | said | it was a \"mistake,\""],
        ),
    ]);
}

#[test]
fn labels_and_headlines() {
    check(&[
        (
            "OREL: We are ready. It will take time.\n\nPISK: How long?\n\nOREL: Three days or so.",
            &[
                "OREL | : | We are ready. It will take time.",
                "PISK | : | How long?",
                "OREL | : | Three days or so.",
            ],
        ),
        ("Police: Two Bridges Closed", &["Police | : | Two Bridges Closed"]),
        ("Hana Orel Says Brno Needs Help", &["Hana Orel | Says | Brno Needs Help"]),
        ("What we know: the road is closed.", &[]),
        (
            "THE FACTS: The road is closed.\n\nREAD MORE: The road is open.\n\nKEY DATES: It is late.",
            &[],
        ),
        ("Angela Merkel: The chancellor who left her mark. It was late.", &[]),
        (
            "HANA OREL: It is late. The road was closed.\n\nPISK: Why?\n\nOREL: Ask the army.",
            &[
                "HANA OREL | : | It is late. The road was closed.",
                "PISK | : | Why?",
                "OREL | : | Ask the army.",
            ],
        ),
    ]);
}

#[test]
fn what_is_said_of_what_was_said() {
    check(&[
        (
            "Orel said the road was closed, according to the ministry.",
            &["the ministry | according to | Orel said the road was closed"],
        ),
        (
            "Orel said the road was closed, the ministry reported.",
            &["the ministry | reported | Orel said the road was closed"],
        ),
    ]);
}

#[test]
fn quoted_words_without_a_cue_are_nobodys() {
    check(&[
        ("The operation, “Desert Wind”, began.", &[]),
        ("They agreed on a \"de-confliction line\" in May.", &[]),
        ("The report was late and the claims of the past remain.", &[]),
    ]);
}

#[test]
fn how_the_words_stand() {
    use AttributionKind::{Direct, Indirect, Mixed};
    let table = [
        ("\"We go,\" Orel said.", Direct),
        ("Orel said they would go.", Indirect),
        ("Orel said that \"increased\" talks were needed.", Mixed),
        ("Orel announced operation “Desert Wind” in the north.", Indirect),
    ];
    for (text, kind) in table {
        assert_eq!(find(text).first().map(|a| a.kind), Some(kind), "in {text:?}");
    }
}

#[test]
fn kinds_of_sources() {
    let table = [
        ("The Foreign Ministry said it was late.", "official"),
        ("President Ilan Toro said it was late.", "official"),
        ("The army said it was late.", "military"),
        ("Col. Peter Ames said it was late.", "military"),
        ("The coalition said it was late.", "military"),
        ("The rebels said it was late.", "armed group"),
        ("The Syrian Observatory for Human Rights said it was late.", "monitor or NGO"),
        ("Syrian state TV said it was late.", "media"),
        ("RFE/RL said it was late.", "media"),
        ("The Post said it was late.", "media"),
        ("A post on Facebook said it was late.", "not told"),
        ("A resident said it was late.", "other person"),
        ("A senior defense official said it was late.", "unnamed"),
        ("The spokesperson said it was late.", "unnamed"),
        ("A spokesman for the army said it was late.", "unnamed"),
        ("Army spokesman Peter Ames said it was late.", "military"),
        ("A statement said it was late.", "not told"),
        ("Jan Pisk said it was late.", "not told"),
    ];
    for (text, kind) in table {
        let found = find(text);
        assert_eq!(found.first().map(|a| a.source_kind.label()), Some(kind), "in {text:?}");
    }
}

#[test]
fn a_pronoun_and_a_surname_have_the_kind_of_who_was_named() {
    let text = "Orel said it was late. Col. Hana Orel left. He added that it was cold.";
    let kinds: Vec<&str> = find(text).iter().map(|a| a.source_kind.label()).collect();
    assert_eq!(kinds, ["military", "military"]);
    let text = "Col. Hana Orel said it was late.\n\n\"We go,\" she added.\n\nOrel said it rained.";
    let kinds: Vec<&str> = find(text).iter().map(|a| a.source_kind.label()).collect();
    assert_eq!(kinds, ["military", "military", "military"]);
}

#[test]
fn a_relative_pronoun_has_the_kind_of_what_it_stands_for() {
    let table: [(&str, &[&str]); 3] = [
        (
            "Col. Hana Orel said it was late. The rebels, who said they were ready, left.",
            &["military", "armed group"],
        ),
        ("Col. Hana Orel met with residents, who said they were ready.", &["other person"]),
        (
            "The army, which said it was ready, left. It added that it was late.",
            &["military", "military"],
        ),
    ];
    for (text, expected) in table {
        let kinds: Vec<&str> = find(text).iter().map(|a| a.source_kind.label()).collect();
        assert_eq!(kinds, expected, "in {text:?}");
        let speaks = |a: &Attribution| words(text, &a.source) == "who" && a.speaker.is_some();
        assert!(!find(text).iter().any(speaks), "in {text:?}");
    }
}

#[test]
fn the_speaker_is_a_mention_inside_the_source() {
    let table = [
        ("President Ilan Toro said it was late.", Some("Ilan Toro")),
        ("Russia said it was late.", Some("Russia")),
        ("Syrian state TV said it was late.", None),
        ("US officials said it was late.", None),
    ];
    for (text, expected) in table {
        let cleaned = ingest::clean(text, &Given { scrape: false, ..Given::default() });
        let doc = text::analyse(text, &cleaned.blocks);
        let mentions = entity::find(text, &doc);
        let found = attribution::find(text, &doc, &mentions);
        let speaker = found.first().and_then(|a| a.speaker).map(|m| mentions[m].span.of(text));
        assert_eq!(speaker, expected, "in {text:?}");
    }
}

#[test]
fn odd_text_does_no_harm() {
    let quotes = "\"".repeat(200_000);
    let apostrophes = "' ".repeat(100_000);
    let opens = "“said ".repeat(40_000);
    let said = "he said, ".repeat(20_000);
    let commas = "a, ".repeat(60_000) + "said";
    // One sentence without a capital: what the tagger asks of a sentence it may not ask per word.
    let small = "a b, said ".repeat(20_000);
    for text in
        ["", "\"", "said", "said \"", "\"said", "according to", ", said .", "\u{202E}«", "citing"]
    {
        find(text);
    }
    for text in [&quotes, &apostrophes, &opens, &said, &commas, &small] {
        for a in find(text) {
            assert!(
                a.content.iter().chain(&a.cue).chain(&a.source).all(|s| !s.of(text).is_empty())
            );
        }
    }
}

/// What a careful reader finds in the bundled articles. Left out on purpose: what is attributed
/// inside of another attribution ("following media reports that …").
#[test]
fn the_bundled_articles() {
    let golden: [(&str, &str, &str, &[&str]); 5] = [
        (
            "sputnik-briefing",
            "This photo released",
            "Kurdish-Led SDF Take",
            &[
                "US Operation Inherent Resolve spokesman Col. John Dorrian | said | The Syrian city of Deir ez-Zor can … is liberated | indirect, military",
                "US Defense Department spokesperson Capt. Jeff Davis | said | senior leaders of Daesh … Deir ez-Zor and Madan | indirect, military",
                "Dorrian | told | \"We are working very … may be where we go next.\" | direct, military",
                "the US State Department | disclosed | its intention to carry … Turkey and coalition partners | indirect, official",
            ],
        ),
        (
            "sputnik-capital",
            "The US-led coalition is",
            "Operation to Liberate Raqqa From Daesh (61)\n\n\n",
            &[
                "an Operation Inherent Resolve spokesperson | told | The US-led coalition is … its capital in Syria | indirect, unnamed",
                "Fox News | reported | that Daesh is now … 90 miles from Raqqa | indirect, media",
                "US defense officials | citing | that Daesh is now … 90 miles from Raqqa | indirect, unnamed",
                "the spokesperson | stated | \"The Coalition remains focused … node for international terrorism.\" | direct, unnamed",
                "The spokesperson | emphasized | that defeating Daesh in … ability to finance themselves.\" | mixed, unnamed",
                "he | added | US forces in Syria … die in their place | indirect, unnamed",
                "The spokesperson | pointed out | that Daesh has not … by the coalition's partners | indirect, unnamed",
            ],
        ),
        (
            "alarabiya-operation",
            "U.S.-backed Syrian militias",
            "source: Alarabiya",
            &[
                "a statement | said | U.S.-backed Syrian militias have … of Deir al-Zor province | indirect, not told",
                "the statement from the Deir al-Zor Military Council, which is fighting as part of the Syrian Democratic Forces alliance (SDF) | said | Assaults would aim to … to the Iraqi border | indirect, armed group",
                "A senior SDF official | told | they would launch attacks … territory to its southeast | indirect, unnamed",
                "the SDF | says | it has taken 65 … Raqqa city from ISIS | indirect, armed group",
                "The Syrian Observatory for Human Rights monitoring group | reported | that the SDF had … province’s northwestern countryside | indirect, monitor or NGO",
                "the U.S.-led coalition | has stressed | it is not seeking … seeking war with Damascus | indirect, military",
            ],
        ),
        (
            "rferl-advance",
            "U.S.-Backed Forces",
            "With reporting by",
            &[
                "The predominantly Kurdish Syrian Democratic Forces (SDF) | announced | that their Deir al-Zour … from Deir al-Zour Province | indirect, armed group",
                "Abu Khawlah, who heads the SDF's Military Council | said | that SDF forces will … of the Euphrates River | indirect, armed group",
                "Khawlah | said | forces had begun to … south in Deir al-Zour | indirect, armed group",
                "Khawlah | said | \"We are not coordinating … with the international coalition,\" | direct, armed group",
                "The coalition | said | the line runs from … River towards Deir al-Zour | indirect, military",
                "coalition spokesman Colonel Ryan Dillon | said | \"The de-confliction line with … battlespace over eastern Syria,\" | direct, military",
                "Khawlah | said | the U.S.-led coalition air … in their first clashes | indirect, armed group",
                "Syrian state TV | announced | that the army and … near Deir al-Zour city | indirect, media",
                "the Syrian Observatory for Human Rights monitoring group | said | Government forces also captured … IS militants have retreated | indirect, monitor or NGO",
            ],
        ),
        (
            "cnn-coalition",
            "US-led coalition signals",
            "™",
            &[
                "US-led coalition | signals | it will yield major … Russian and Assad forces | indirect, military",
                "Syria's official state-owned news agency | according to | Pro-Assad regime forces, backed … for nearly three years | indirect, media",
                "a statement issued by the Russian Ministry of Defense | according to | In support of this … positions in Deir Ezzor | indirect, official",
                "the US-backed Syrian Democratic Forces | recently announced | their own push toward … city, \"Operation Jazeera Storm,\" | indirect, armed group",
                "a spokesman for the US-led coalition | told | that the SDF would … not enter the city | indirect, unnamed",
                "US Army Col. Ryan Dillon | told | \"The plan right now … go into the city,\" | direct, military",
                "US officials | believe | ISIS has relocated much … thousands of its fighters | indirect, unnamed",
                "the then-commander of the coalition, Lt. Gen. Stuart Townsend | told | \"The last stand of … Middle Euphrates River Valley,\" | direct, military",
                "Dillon | said | \"Arab SDF fighters native … villages they called home,\" | direct, military",
                "US officials | have told | that the Assad regime … push in the area | indirect, unnamed",
                "Dillon | acknowledged | that the US backed … go into the city | indirect, military",
                "he | said | there were plenty of … further down the river | indirect, military",
                "he | said | \"The plan is not … Middle Euphrates River Valley,\" | direct, military",
                "Dillon | saying | that \"increased\" de-confliction was … close to one another | mixed, military",
                "Dillon | said | \"The convergence of military … increased awareness and de-confliction,\" | direct, military",
                "coalition officials | have cited | those efforts as the … clashes in recent weeks | indirect, unnamed",
            ],
        ),
    ];
    // A long content is given by its first and last words.
    let same = |found: &str, expected: &str| match expected.split_once(" … ") {
        Some((first, last)) => found.starts_with(first) && found.ends_with(last),
        None => found == expected,
    };
    for (id, from, to, expected) in golden {
        let source = parallax::corpus::bundled().into_iter().find(|s| s.id == id).expect(id);
        let start = source.text.find(from).expect(from);
        let end = start + source.text[start..].find(to).expect(to);
        let mut part = source.text[start..end].to_owned();
        // The headline stands twice on the page.
        let first = part.lines().next().unwrap_or("").to_owned();
        if part.matches(&first).count() > 1 {
            part = part.replacen(&first, "", 1);
        }
        let part = part.trim().replace('\n', "\n\n");
        let found: Vec<String> = find(&part)
            .iter()
            .map(|a| {
                let kind = match a.kind {
                    AttributionKind::Direct => "direct",
                    AttributionKind::Indirect => "indirect",
                    AttributionKind::Mixed => "mixed",
                };
                let content = words(&part, &a.content);
                let (source, cue) = (words(&part, &a.source), words(&part, &a.cue));
                format!("{source} | {cue} | {content} | {kind}, {}", a.source_kind.label())
            })
            .collect();
        let all = found.iter().zip(expected).all(|(f, e)| same(f, e));
        assert!(all && found.len() == expected.len(), "in {id}: {found:#?}");
    }
}
