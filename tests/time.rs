//! Time expressions: text in, type and value out.

use parallax::claim::time;
use parallax::corpus::Given;
use parallax::ingest::{self, PartialDate};
use parallax::text;

/// Each expression as `words TYPE value`; an unknown value is `?`, a year that is left open `*`.
fn read(text: &str, published: Option<&str>) -> Vec<String> {
    let cleaned = ingest::clean(text, &Given { scrape: false, ..Given::default() });
    let doc = text::analyse(text, &cleaned.blocks);
    let published = published.and_then(PartialDate::parse);
    let found = time::find(text, &doc, published);
    let line = |x: &time::Timex| {
        let open = PartialDate::default().to_string();
        let value = x.value.as_deref().unwrap_or("?").replace(&open, "*");
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
            ("The 9 September announcement", &["9 September DATE *-09-09"]),
            ("On the 9th of September 2017", &["the 9th of September 2017 DATE 2017-09-09"]),
            ("Held since July 2014.", &["July 2014 DATE 2014-07"]),
            ("Since 2014, little changed.", &["2014 DATE 2014"]),
            ("It grew in the 1990s.", &["1990s DATE 199"]),
            (
                "Taken on Sunday, Sept. 27, 2015 by them",
                &["Sunday, Sept. 27, 2015 DATE 2015-09-27"],
            ),
            ("It started in early June.", &["early June DATE *-06"]),
            ("They met in mid-July 2016.", &["mid-July 2016 DATE 2016-07"]),
            ("A relic of the 19th century", &["19th century DATE 18"]),
            ("Signed on 13/9/2017 there", &["13/9/2017 DATE 2017-09-13"]),
            ("In May 2012 and in May they met.", &["May 2012 DATE 2012-05", "May DATE *-05"]),
            ("In 2011 and 2013", &["2011 DATE 2011", "2013 DATE 2013"]),
            ("The fighting of September 9-11", &["September 9-11 DATE *-09-09/*-09-11"]),
            ("Before the 2016 election", &["2016 DATE 2016"]),
            ("in the summer of 2015", &["summer of 2015 DATE 2015-SU"]),
        ],
    );
}

#[test]
fn dates_are_written_in_many_ways() {
    check(
        Some("2017-03-15"),
        &[
            (
                "On the twenty third day of September",
                &["the twenty third day of September DATE 2016-09-23"],
            ),
            ("It opens on October, 1st for good.", &["October, 1st DATE 2016-10-01"]),
            (
                "The fire of 2014 April 3 and of 2013 June",
                &["2014 April 3 DATE 2014-04-03", "2013 June DATE 2013-06"],
            ),
            ("Born on 15 April of 87 there", &["15 April of 87 DATE 1987-04-15"]),
            ("One in April of 12 towns", &["April DATE 2016-04"]),
            ("Paid in Dec/2018 and on Oct/2", &["Dec/2018 DATE 2018-12", "Oct/2 DATE 2016-10-02"]),
            (
                "Filed 2014/Feb/28 and Dec31, 1994",
                &["2014/Feb/28 DATE 2014-02-28", "Dec31, 1994 DATE 1994-12-31"],
            ),
            (
                "Born on fifteen August nineteen hundred ninety three",
                &["fifteen August nineteen hundred ninety three DATE 1993-08-15"],
            ),
            ("In October, 1st Brigade moved.", &["October DATE 2016-10"]),
            ("Police counted two June attacks.", &["June DATE 2016-06"]),
            ("On two June weekends it rained.", &["June DATE 2016-06"]),
            ("In June two people drowned.", &["June DATE 2016-06"]),
            ("Songs of the 1990 s", &["1990 s DATE 199"]),
            (
                "In week 3 of 2027 and in week 27 of last year",
                &["week 3 of 2027 DATE 2027-W03", "week 27 of last year DATE 2016-W27"],
            ),
            ("They lost in week 10 again.", &[]),
        ],
    );
}

#[test]
fn the_next_quarter_is_to_come_unless_the_story_tells_it() {
    check(
        Some("2017-03-15"),
        &[
            ("They plan sales for the next quarter.", &["the next quarter DATE 2017-Q2"]),
            ("Sales had dropped in the next quarter.", &["the next quarter DATE ?"]),
            ("It will cost more over the next decade.", &["the next decade DATE ?"]),
            ("It will rain the next day.", &["the next day DATE ?"]),
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
    let open = ["?", "?", "?", "?", "?", "*-02"];
    assert_eq!(read(text, Some("2017")), words(open));
    assert_eq!(read(text, None), words(open));
}

#[test]
fn weekdays_look_back_and_next_looks_forward() {
    check(
        Some("2017-03-15"),
        &[
            ("They met on Thursday.", &["Thursday DATE 2017-03-09"]),
            ("They meet next Thursday.", &["next Thursday DATE 2017-03-23"]),
            ("They met last Wednesday.", &["last Wednesday DATE 2017-03-08"]),
            ("It fell on Friday night.", &["Friday night TIME 2017-03-10TNI"]),
            ("They will meet on Friday.", &["Friday DATE 2017-03-17"]),
            ("They will be heard on Wednesday.", &["Wednesday DATE 2017-03-15"]),
            ("It is due on Monday night.", &["Monday night TIME 2017-03-20TNI"]),
            ("It is scheduled for Monday.", &["Monday DATE 2017-03-20"]),
            ("It fell due to rain on Monday.", &["Monday DATE 2017-03-13"]),
            ("They will leave, he said on Friday.", &["Friday DATE 2017-03-10"]),
            ("It was held this Friday.", &["this Friday DATE 2017-03-10"]),
            ("They meet this Friday.", &["this Friday DATE 2017-03-17"]),
            ("They meet this coming Wednesday.", &["this coming Wednesday DATE 2017-03-22"]),
            ("They met this past Thursday.", &["this past Thursday DATE 2017-03-09"]),
            ("They met on thursday.", &["thursday DATE 2017-03-09"]),
            ("They meet on Wednesday next week.", &["Wednesday next week DATE 2017-03-22"]),
            ("They met on Monday of this week.", &["Monday of this week DATE 2017-03-13"]),
            ("It fell on Bloody Sunday.", &[]),
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
            ("It will fall in December.", &["December DATE 2017-12"]),
            ("They will publish figures for December.", &["December DATE 2016-12"]),
            ("The vote is expected by 1 June.", &["1 June DATE 2017-06-01"]),
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
fn from_one_date_to_another() {
    check(
        Some("2017-03-15"),
        &[
            ("Between 2011 and 2013 it grew.", &["2011 and 2013 DATE 2011/2013"]),
            ("It grew from 2011 to 2013.", &["2011 to 2013 DATE 2011/2013"]),
            ("In 2011 and to 2013 men it is the same.", &["2011 DATE 2011", "2013 DATE 2013"]),
            ("from 3 to 5 May", &["3 to 5 May DATE 2017-05-03/2017-05-05"]),
            (
                "from the 3rd to the 5th of May",
                &["the 3rd to the 5th of May DATE 2017-05-03/2017-05-05"],
            ),
            ("on 3-5 May 2015", &["3-5 May 2015 DATE 2015-05-03/2015-05-05"]),
            ("on 3–5 May 2015", &["3–5 May 2015 DATE 2015-05-03/2015-05-05"]),
            ("from May 3 to 5", &["May 3 to 5 DATE 2017-05-03/2017-05-05"]),
            ("From May 3 to 5 people came.", &["May 3 DATE 2017-05-03"]),
            ("from May 30 to June 2, 2015", &["May 30 to June 2, 2015 DATE 2015-05-30/2015-06-02"]),
            ("from November to February 2016", &["November to February 2016 DATE 2015-11/2016-02"]),
            ("between July and September", &["July and September DATE 2016-07/2016-09"]),
            ("the July-August 2016 offensive", &["July-August 2016 DATE 2016-07/2016-08"]),
            ("between now and May", &["now and May DATE 2017-03-15/2017-05"]),
            ("May to September", &["May to September DATE 2016-05/2016-09"]),
            ("from Friday to Sunday", &["Friday to Sunday DATE 2017-03-10/2017-03-12"]),
            ("from Monday to Friday", &["Monday to Friday DATE 2017-03-13/2017-03-17"]),
            (
                "from the third quarter of 2015 to the first quarter of 2016",
                &["the third quarter of 2015 to the first quarter of 2016 DATE 2015-Q3/2016-Q1"],
            ),
        ],
    );
}

#[test]
fn parts_of_a_longer_time() {
    check(
        Some("2017-03-15"),
        &[
            ("in the third quarter of 2015", &["the third quarter of 2015 DATE 2015-Q3"]),
            ("in Q3 2015", &["Q3 2015 DATE 2015-Q3"]),
            ("in the 4th quarter", &["the 4th quarter DATE 2016-Q4"]),
            ("in the first half of 2015", &["the first half of 2015 DATE 2015-H1"]),
            ("The first half was dull.", &[]),
            ("by the end of June", &["the end of June DATE 2016-06"]),
            ("at the beginning of next year", &["the beginning of next year DATE 2018"]),
            ("by the end of the year", &["the end of the year DATE 2017"]),
            ("at the end of the day", &[]),
            ("It rained earlier in the week.", &["earlier in the week DATE 2017-W11"]),
            ("on the first Monday of May 2015", &["the first Monday of May 2015 DATE 2015-05-04"]),
            ("on the last Friday in May 2015", &["the last Friday in May 2015 DATE 2015-05-29"]),
            ("in the first week of May 2015", &["the first week of May 2015 DATE 2015-W19"]),
            ("in the last week of 2015", &["the last week of 2015 DATE 2015-W53"]),
            (
                "on the last day of February 2016",
                &["the last day of February 2016 DATE 2016-02-29"],
            ),
            ("in the second week of the trial", &[]),
            (
                "in the first five months of 2015",
                &["the first five months of 2015 DATE 2015-01/2015-05"],
            ),
            (
                "in the last three months of the year",
                &["the last three months of the year DATE 2017-10/2017-12"],
            ),
            (
                "in the last two weeks of May 2015",
                &["the last two weeks of May 2015 DATE 2015-W21/2015-W22"],
            ),
            ("in the first months of 2015", &["the first months DURATION PXM", "2015 DATE 2015"]),
            ("over the last four quarters", &["over the last four quarters DURATION P4Q"]),
            ("on the 20th of this month", &["the 20th of this month DATE 2017-03-20"]),
            ("in the week of May 6, 2015", &["the week of May 6, 2015 DATE 2015-W19"]),
            ("on the night of May 6, 2015", &["the night of May 6, 2015 TIME 2015-05-06TNI"]),
            ("by mid-2015", &["mid-2015 DATE 2015"]),
            ("early last week", &["early last week DATE 2017-W10"]),
        ],
    );
    // Without a publication date nothing can be told of open times.
    check(None, &[("by the end of the year", &["the end of the year DATE ?"])]);
}

#[test]
fn seasons_count_from_publication() {
    for (published, text, value) in [
        ("2017-03-15", "last summer", "2016-SU"),
        ("2017-10-15", "last summer", "2017-SU"),
        ("2017-07-15", "last summer", "2016-SU"),
        ("2017-07-15", "this summer", "2017-SU"),
        ("2017-07-15", "next summer", "2018-SU"),
        ("2017-03-15", "next summer", "2017-SU"),
        ("2017-01-15", "this winter", "2016-WI"),
        ("2017-01-15", "last winter", "2015-WI"),
        ("2017-03-15", "last winter", "2016-WI"),
        ("2017-11-15", "last fall", "2016-FA"),
    ] {
        let found = read(&format!("It fell {text}."), Some(published));
        assert_eq!(found, [format!("{text} DATE {value}")], "on {published}");
    }
    check(None, &[("It fell last summer.", &["last summer DATE ?"])]);
}

#[test]
fn holidays_follow_their_rule() {
    check(
        Some("2017-03-15"),
        &[
            ("On Christmas Eve it snowed.", &["Christmas Eve DATE 2016-12-24"]),
            ("after Thanksgiving 2015", &["Thanksgiving 2015 DATE 2015-11-26"]),
            ("before Easter", &["Easter DATE 2017-04-16"]),
            ("since last Easter", &["last Easter DATE 2016-03-27"]),
            ("on Good Friday 2018", &["Good Friday 2018 DATE 2018-03-30"]),
            ("on Memorial Day 2016", &["Memorial Day 2016 DATE 2016-05-30"]),
            ("on Election Day 2016", &["Election Day 2016 DATE 2016-11-08"]),
            ("on Black Friday of last year", &["Black Friday of last year DATE 2016-11-25"]),
            ("on St. Patrick's Day", &["St. Patrick's Day DATE 2017-03-17"]),
            ("on Presidents' Day", &["Presidents' Day DATE 2017-02-20"]),
            (
                "on the morning of Christmas Day",
                &["the morning of Christmas Day TIME 2016-12-25TMO"],
            ),
            ("on Memorial Day weekend", &["Memorial Day weekend DATE 2017-W21-WE"]),
            (
                "on the weekend of Thanksgiving 2015",
                &["the weekend of Thanksgiving 2015 DATE 2015-W48-WE"],
            ),
            ("The Good Friday Agreement held.", &[]),
            ("on India's Independence Day", &[]),
            ("a Christmas tree on Easter Island", &[]),
        ],
    );
    check(
        None,
        &[
            ("It was seen on Black Friday.", &["Black Friday DATE ?"]),
            ("It was seen at Christmas.", &["Christmas DATE *-12-25"]),
        ],
    );
}

#[test]
fn a_day_and_a_time_of_day_are_one() {
    check(
        Some("2017-03-15"),
        &[
            ("on Friday at 6 p.m. they left", &["Friday at 6 p.m. TIME 2017-03-10T18:00"]),
            ("at 6 p.m. on Friday they left", &["6 p.m. on Friday TIME 2017-03-10T18:00"]),
            ("at 10:30 a.m. Friday", &["10:30 a.m. Friday TIME 2017-03-10T10:30"]),
            ("at noon on May 3, 2015", &["noon on May 3, 2015 TIME 2015-05-03T12:00"]),
            ("at 8 a.m. this morning", &["8 a.m. this morning TIME 2017-03-15T08:00"]),
            ("tonight at 8 o'clock", &["tonight at 8 o'clock TIME 2017-03-15T20:00"]),
            ("at 3:15 in the afternoon", &["3:15 in the afternoon TIME T15:15"]),
            ("on Friday in the morning", &["Friday in the morning TIME 2017-03-10TMO"]),
            ("at half past three", &["half past three TIME T03:30"]),
            ("at a quarter to noon", &["a quarter to noon TIME T11:45"]),
            ("10 minutes past 2 p.m.", &["10 minutes past 2 p.m. TIME T14:10"]),
            ("at 3 o'clock in the afternoon", &["3 o'clock in the afternoon TIME T15:00"]),
            ("at 5 in the morning", &["5 in the morning TIME T05:00"]),
            ("in the early morning", &["the early morning TIME TMO"]),
            ("at 8p.m. they left", &["8p.m. TIME T20:00"]),
            ("early Sunday", &["early Sunday DATE 2017-03-12"]),
            ("later today", &["later today DATE 2017-03-15"]),
            ("from ten to 12 people", &[]),
            ("In 2015, at 6 p.m., it fell.", &["2015 DATE 2015", "6 p.m. TIME T18:00"]),
        ],
    );
    check(None, &[("on Friday at 6 p.m.", &["Friday at 6 p.m. TIME T18:00"])]);
}

#[test]
fn lengths_ahead_and_composed() {
    check(
        Some("2017-03-15"),
        &[
            ("They will leave in two months.", &["two months DATE 2017-05"]),
            ("In three days, she will leave.", &["three days DATE 2017-03-18"]),
            ("It was the third strike in two weeks.", &["two weeks DURATION P2W"]),
            ("It will be the first in two years.", &["two years DURATION P2Y"]),
            ("two years and three months ago", &["two years and three months ago DATE 2014-12"]),
            ("two years from now", &["two years from now DATE 2019"]),
            ("an hour and 30 minutes", &["an hour and 30 minutes DURATION PT1H30M"]),
            ("two years and three months", &["two years and three months DURATION P2Y3M"]),
            ("one and a half years", &["one and a half years DURATION P1.5Y"]),
            ("over the next couple of weeks", &["over the next couple of weeks DURATION PXW"]),
            ("the two previous years", &["two previous years DURATION P2Y"]),
            ("They worked all week.", &["all week DURATION P1W"]),
            ("a 15 minute break", &["15 minute DURATION PT15M"]),
            (
                "every weekend and each quarter",
                &["every weekend SET *-WXX-WE", "each quarter SET P1Q"],
            ),
            ("this past weekend", &["this past weekend DATE 2017-W10-WE"]),
        ],
    );
}

#[test]
fn dates_in_digits() {
    check(
        Some("2017-03-15"),
        &[
            ("dated 07-Jun-2014", &["07-Jun-2014 DATE 2014-06-07"]),
            ("dated 28/Feb/1985", &["28/Feb/1985 DATE 1985-02-28"]),
            ("dated 12/24/85", &["12/24/85 DATE 1985-12-24"]),
            ("dated 3/4/15", &["3/4/15 DATE ?"]),
            ("from March 31-April 4, 2015", &["March 31-April 4, 2015 DATE 2015-03-31/2015-04-04"]),
            ("in nineteen sixty-four they left", &["nineteen sixty-four DATE 1964"]),
            (
                "born on May 3, two thousand and seven",
                &["May 3, two thousand and seven DATE 2007-05-03"],
            ),
            ("It came in two thousand pieces.", &[]),
            ("on February 29", &["February 29 DATE 2016-02-29"]),
            ("due 4/2011", &["4/2011 DATE 2011-04"]),
            ("in Nov-2014", &["Nov-2014 DATE 2014-11"]),
            ("on 28 June in 2015", &["28 June in 2015 DATE 2015-06-28"]),
            ("on Sun, Sep 24", &["Sun, Sep 24 DATE 2017-09-24"]),
            ("open 24/7/365", &[]),
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
            ("They fall in the spring of the well.", &[]),
            ("Prices will fall in 2023.", &["2023 DATE 2023"]),
            ("Kim Jun-seok paid.", &[]),
            ("They love to celebrate Christmas.", &[]),
            ("He may sit on the second march.", &[]),
            ("Jan said so in Mar del Plata.", &[]),
            ("a last minute change", &[]),
        ],
    );
}

#[test]
fn months_that_are_other_words_need_a_capital() {
    check(
        Some("2017-06-14"),
        &[
            ("This may be the first.", &[]),
            ("It was the last march through London.", &[]),
            ("Each may choose.", &[]),
            ("They met last March.", &["last March DATE 2017-03"]),
            ("They meet each May.", &["each May SET *-05"]),
            ("They met last june.", &["last june DATE 2016-06"]),
        ],
    );
}

#[test]
fn a_count_is_no_year() {
    check(
        Some("2017-06-14"),
        &[
            ("In March, 1200 workers struck.", &["March DATE 2017-03"]),
            ("In March, 1200 Polish workers struck.", &["March DATE 2017-03"]),
            ("In July, 2000 people left.", &["July DATE 2016-07"]),
            ("On July 4, 2000 people left.", &["July 4 DATE 2017-07-04"]),
            ("On 4 July, 1954 papers wrote.", &["4 July, 1954 DATE 1954-07-04"]),
            ("The September 9, 2015 vote", &["September 9, 2015 DATE 2015-09-09"]),
            ("In July, 2015, it fell.", &["July, 2015 DATE 2015-07"]),
            ("after July 2015 talks", &["July 2015 DATE 2015-07"]),
            ("The storm killed 2000 people.", &[]),
            ("The storm killed 1900 police.", &[]),
            ("In June 12 people were killed.", &["June DATE 2017-06"]),
            ("The June 12 attack", &["June 12 DATE 2017-06-12"]),
            ("In June 12, it says.", &["June 12 DATE 2017-06-12"]),
        ],
    );
}

#[test]
fn two_years_in_a_row_are_a_season() {
    check(
        None,
        &[
            ("the 2008-09 season", &["2008-09 DATE 2008/2009"]),
            ("the 2008/09 season", &["2008/09 DATE 2008/2009"]),
            ("in 2008-09 accounts", &["2008-09 DATE 2008/2009"]),
            ("the 1999-00 season", &["1999-00 DATE 1999/2000"]),
            ("since 2008-09.", &["2008-09 DATE 2008-09"]),
            ("dated 2008-11", &["2008-11 DATE 2008-11"]),
            ("from 2011-2013", &["2011-2013 DATE 2011/2013"]),
        ],
    );
}

#[test]
fn parts_of_a_known_day_are_found_without_a_publication_date() {
    check(
        None,
        &[
            ("It fell this morning.", &["this morning TIME ?"]),
            ("It fell last night.", &["last night TIME ?"]),
            ("It rose the previous night.", &["the previous night TIME ?"]),
        ],
    );
}

#[test]
fn short_weekdays_that_are_other_words_need_a_date() {
    check(
        Some("2017-03-15"),
        &[
            ("The Sun, a tabloid, wrote.", &[]),
            ("He writes for the Sun.", &[]),
            ("He took the SAT, a test.", &[]),
            ("The Sun last week wrote.", &["last week DATE 2017-W10"]),
            ("Sun, sea and sand", &[]),
            ("on Sun, Mar 12", &["Sun, Mar 12 DATE 2017-03-12"]),
            ("on Sat. they left", &["Sat. DATE 2017-03-11"]),
            ("on Tues, they left", &["Tues DATE 2017-03-14"]),
        ],
    );
}

#[test]
fn only_days_have_a_part_of_the_day() {
    check(
        Some("2017-06-14"),
        &[
            ("In 2016 night raids began.", &["2016 DATE 2016"]),
            ("On a recent June evening it fell.", &["June DATE 2017-06"]),
            ("On June 9 evening it fell.", &["June 9 evening TIME 2017-06-09TEV"]),
        ],
    );
}

#[test]
fn ends_of_an_interval_are_of_one_kind_and_in_order() {
    check(
        Some("2017-06-14"),
        &[
            ("from fall 2015 to spring 2016", &["fall 2015 to spring 2016 DATE 2015-FA/2016-SP"]),
            ("from spring 2015 to fall 2015", &["spring 2015 to fall 2015 DATE 2015-SP/2015-FA"]),
            (
                "from fall 2015 to spring 2015",
                &["fall 2015 DATE 2015-FA", "spring 2015 DATE 2015-SP"],
            ),
            (
                "from the first half of 2015 to the third quarter of 2016",
                &["the first half of 2015 DATE 2015-H1", "the third quarter of 2016 DATE 2016-Q3"],
            ),
            (
                "Coming weeks, at 6 p.m., it shuts.",
                &["Coming weeks DATE FUTURE_REF", "6 p.m. TIME T18:00"],
            ),
            (
                "from May 5, 2016 to May 3, 2016",
                &["May 5, 2016 DATE 2016-05-05", "May 3, 2016 DATE 2016-05-03"],
            ),
            (
                "over the first two quarters of 2015",
                &["the first two quarters of 2015 DATE 2015-Q1/2015-Q2"],
            ),
            ("The first two quarters were dull.", &[]),
            (
                "They met on Monday of the current week.",
                &["Monday DATE 2017-06-12", "current week DATE 2017-W24"],
            ),
        ],
    );
    check(None, &[("on May 9 at 6 p.m.", &["May 9 at 6 p.m. TIME *-05-09T18:00"])]);
}

#[test]
fn odd_text_does_no_harm() {
    for text in [
        "",
        "\0",
        "٣ أيام",
        "99999999999999999999 years",
        "0000-00-00",
        "12:",
        "mid-",
        "the last",
        "the end of",
        "first week of",
        "week of",
        "from 3 to",
        "Feb",
        "Q",
        "q5 2017",
        "2017q",
        "Christmas of",
        "last Christmas of last",
        "half past",
        "quarter to",
        "31-Feb-2017",
        "-",
        "a-b-c",
        "the 99th day of 2017",
        "the first Monday of 0000",
        "last week of 9999",
        "Easter 9999",
        "next year",
        "from 9999 to 0001",
        "in 99999999999 weeks",
        "99999999999999 years from now",
        "31 February to 30 February",
    ] {
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
                "September 9 DATE *-09-09",
                "now DATE PRESENT_REF",
                "This week DATE ?",
                "nearly three-year DURATION P3Y",
                "2014 DATE 2014",
                "early June DATE *-06",
                "2014 DATE 2014",
                "now DATE PRESENT_REF",
                "September 9 DATE *-09-09",
                "September 9 DATE *-09-09",
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
