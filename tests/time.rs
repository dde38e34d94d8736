//! Time expressions: text in, type and value out.

use parallax::claim::time;
use parallax::corpus::Given;
use parallax::ingest::{self, PartialDate};
use parallax::text;

/// Each expression as `words TYPE value`; an unknown value is `?`.
fn read(text: &str, published: Option<&str>) -> Vec<String> {
    let cleaned = ingest::clean(text, &Given { scrape: false, ..Given::default() });
    let doc = text::analyse(text, &cleaned.blocks);
    let published = published.and_then(PartialDate::parse);
    let found = time::find(text, &doc, published);
    let line = |x: &time::Timex| {
        let value = x.value.as_deref().unwrap_or("?");
        format!("{} {} {value}", x.span.of(text), x.kind.name())
    };
    found.iter().map(line).collect()
}

fn check(published: Option<&str>, table: &[(&str, &[&str])]) {
    for (text, expected) in table {
        assert_eq!(read(text, published), *expected, "in {text:?}");
    }
}

#[test]
fn absolute_dates_need_no_publication_date() {
    check(
        None,
        &[
            ("It began on 2017-09-09.", &["2017-09-09 DATE 2017-09-09"]),
            ("On September 9, 2017, it began.", &["September 9, 2017 DATE 2017-09-09"]),
            ("The 9 September announcement", &["9 September DATE XXXX-09-09"]),
            ("On the 9th of September 2017", &["the 9th of September 2017 DATE 2017-09-09"]),
            ("Held since July 2014.", &["July 2014 DATE 2014-07"]),
            ("Since 2014, little changed.", &["2014 DATE 2014"]),
            ("It grew in the 1990s.", &["1990s DATE 199"]),
            (
                "Taken on Sunday, Sept. 27, 2015 by them",
                &["Sunday, Sept. 27, 2015 DATE 2015-09-27"],
            ),
            ("It started in early June.", &["early June DATE XXXX-06"]),
            ("They met in mid-July 2016.", &["mid-July 2016 DATE 2016-07"]),
            ("A relic of the 19th century", &["19th century DATE 18"]),
            ("Signed on 13/9/2017 there", &["13/9/2017 DATE 2017-09-13"]),
            ("In May 2012 and in May they met.", &["May 2012 DATE 2012-05", "May DATE XXXX-05"]),
            ("Between 2011 and 2013", &["2011 DATE 2011", "2013 DATE 2013"]),
            ("The fighting of September 9-11", &["September 9-11 DATE XXXX-09-09/XXXX-09-11"]),
            ("Before the 2016 election", &["2016 DATE 2016"]),
            ("in the summer of 2015", &["summer of 2015 DATE 2015-SU"]),
        ],
    );
}

#[test]
fn a_doubtful_numeric_date_has_no_value() {
    check(None, &[("Signed on 3/4/2017 there", &["3/4/2017 DATE ?"])]);
}

#[test]
fn relative_dates_are_told_from_a_full_publication_date_only() {
    let text = "On Wednesday, last Friday, this week, last month, yesterday and in February.";
    let words = |value: [&str; 6]| {
        ["Wednesday", "last Friday", "this week", "last month", "yesterday", "February"]
            .iter()
            .zip(value)
            .map(|(w, v)| format!("{w} DATE {v}"))
            .collect::<Vec<_>>()
    };
    let known = ["2017-03-15", "2017-03-10", "2017-W11", "2017-02", "2017-03-14", "2017-02"];
    assert_eq!(read(text, Some("2017-03-15")), words(known));
    let open = ["?", "?", "?", "?", "?", "XXXX-02"];
    assert_eq!(read(text, Some("2017")), words(open));
    assert_eq!(read(text, None), words(open));
}

#[test]
fn weekdays_look_back_and_next_looks_forward() {
    check(
        Some("2017-03-15"),
        &[
            ("They met on Thursday.", &["Thursday DATE 2017-03-09"]),
            ("They meet next Thursday.", &["next Thursday DATE 2017-03-16"]),
            ("They met last Wednesday.", &["last Wednesday DATE 2017-03-08"]),
            ("It fell on Friday night.", &["Friday night TIME 2017-03-10TNI"]),
            ("It was seen on Black Friday.", &[]),
        ],
    );
}

#[test]
fn months_and_days_without_a_year_are_the_nearest() {
    check(
        Some("2017-01-10"),
        &[
            ("On December 30 it fell.", &["December 30 DATE 2016-12-30"]),
            ("On January 20 it takes office.", &["January 20 DATE 2017-01-20"]),
            ("It fell in December.", &["December DATE 2016-12"]),
            ("three years ago", &["three years ago DATE 2014"]),
            ("two months ago", &["two months ago DATE 2016-11"]),
            ("10 days ago", &["10 days ago DATE 2016-12-31"]),
        ],
    );
}

#[test]
fn durations_and_sets() {
    check(
        None,
        &[
            ("besieged for nearly three years", &["nearly three years DURATION P3Y"]),
            ("a nearly three-year siege", &["nearly three-year DURATION P3Y"]),
            ("It took an hour and a half.", &["an hour and a half DURATION PT1.5H"]),
            ("for 10 to 12 days", &["10 to 12 days DURATION P11D"]),
            ("They waited for months.", &["months DURATION PXM"]),
            ("several months ago", &["several months ago DATE PAST_REF"]),
            ("in recent weeks", &["recent weeks DATE PAST_REF"]),
            ("shelled every day", &["every day SET P1D"]),
            ("on a daily basis", &["daily SET P1D"]),
            ("The Daily Mail wrote", &[]),
            ("It pumps 300 barrels a day.", &[]),
        ],
    );
}

#[test]
fn times_of_day() {
    check(
        None,
        &[
            ("at 10:30 they left", &["10:30 TIME T10:30"]),
            ("at 6 p.m. they left", &["6 p.m. TIME T18:00"]),
            ("at 12am", &["12am TIME T00:00"]),
            ("at 1500 GMT", &["1500 GMT TIME T15:00"]),
            ("in the morning", &["the morning TIME TMO"]),
            ("it struck at midnight", &["midnight TIME T00:00"]),
        ],
    );
}

#[test]
fn what_only_looks_like_a_time() {
    check(
        None,
        &[
            ("They may march on.", &[]),
            ("Theresa May spoke.", &[]),
            ("Some 2000 people came.", &[]),
            ("Resolution 1973 passed.", &[]),
            ("The second half was dull.", &[]),
            ("They sat in the sun.", &[]),
            ("a last minute change", &[]),
        ],
    );
}

#[test]
fn odd_text_does_no_harm() {
    for text in
        ["", "\0", "٣ أيام", "99999999999999999999 years", "0000-00-00", "12:", "mid-", "the last"]
    {
        for x in read(text, Some("2017-03-15")) {
            assert!(!x.is_empty());
        }
    }
}

/// What a careful reader finds in the bundled articles.
#[test]
fn the_bundled_articles() {
    // Article, publication date, first and last words, expressions.
    type Case<'a> = (&'a str, Option<&'a str>, &'a str, &'a str, &'a [&'a str]);
    let golden: [Case<'_>; 5] = [
        (
            "sputnik-briefing",
            Some("2017-03-15"),
            "This photo released",
            "Kurdish-Led SDF Take",
            &[
                "Sunday, Sept. 27, 2015 DATE 2015-09-27",
                "September 2015 DATE 2015-09",
                "Wednesday DATE 2017-03-15",
                "February DATE 2017-02",
                "Last Friday DATE 2017-03-10",
                "At present DATE PRESENT_REF",
                "July 2014 DATE 2014-07",
            ],
        ),
        (
            "sputnik-capital",
            None,
            "The US-led coalition is",
            "Operation to Liberate Raqqa From Daesh (61)\n\n\n",
            &[
                "Monday DATE ?",
                "Friday DATE ?",
                "now DATE PRESENT_REF",
                "Sunday DATE ?",
                "November 2016 DATE 2016-11",
                "Recently DATE PAST_REF",
            ],
        ),
        (
            "alarabiya-operation",
            None,
            "U.S.-backed Syrian militias",
            "source: Alarabiya",
            &[
                "Saturday DATE ?",
                "Friday DATE ?",
                "this week DATE ?",
                "three years DURATION P3Y",
                "months DURATION PXM",
            ],
        ),
        (
            "rferl-advance",
            None,
            "U.S.-Backed Forces",
            "With reporting by",
            &[
                "September 9 DATE XXXX-09-09",
                "now DATE PRESENT_REF",
                "This week DATE ?",
                "nearly three-year DURATION P3Y",
                "2014 DATE 2014",
                "early June DATE XXXX-06",
                "2014 DATE 2014",
                "now DATE PRESENT_REF",
                "September 9 DATE XXXX-09-09",
                "September 9 DATE XXXX-09-09",
            ],
        ),
        (
            "cnn-coalition",
            Some("2017"),
            "(CNN) --",
            "™",
            &[
                "Thursday DATE ?",
                "currently DATE PRESENT_REF",
                "2014 DATE 2014",
                "recently DATE PAST_REF",
                "nearly three years DURATION P3Y",
                "Thursday DATE ?",
                "recently DATE PAST_REF",
                "Wednesday DATE ?",
                "Thursday DATE ?",
                "right now DATE PRESENT_REF",
                "last month DATE ?",
                "years DURATION PXY",
                "Thursday DATE ?",
                "several months ago DATE PAST_REF",
                "recent weeks DATE PAST_REF",
                "daily SET P1D",
            ],
        ),
    ];
    for (id, published, from, to, expected) in golden {
        let source = parallax::corpus::bundled().into_iter().find(|s| s.id == id).expect(id);
        let start = source.text.find(from).expect(from);
        let end = start + source.text[start..].find(to).expect(to);
        let part = source.text[start..end].replace('\n', "\n\n");
        assert_eq!(read(&part, published), expected, "in {id}");
    }
}
