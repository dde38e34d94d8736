//! The slow scan: the query language as its documentation has it, without an index.

use super::asked::{Asked, DAYS, NEARLY, Scope};
use super::corpus::{Article, DATES, OUTLETS, Position, WORDS, ZORN, parts};
use parallax::text::stem;
use std::collections::BTreeSet;

/// The positions that are marked, and whether the article matches.
pub fn scan(asked: &Asked, article: &Article) -> (BTreeSet<usize>, bool) {
    Scan { article, words: article.words() }.node(asked, &[], true)
}

struct Scan<'a> {
    article: &'a Article,
    words: Vec<Position>,
}

/// Whether a query is made of scopes only: it is a scope itself.
fn is_scope(asked: &Asked) -> bool {
    match asked {
        Asked::Scope(_) => true,
        Asked::And(a, b) | Asked::Or(a, b) => is_scope(a) && is_scope(b),
        Asked::Not(a) => is_scope(a),
        _ => false,
    }
}

/// Whether a query looks for something that has places.
fn looks(asked: &Asked, positive: bool) -> bool {
    match asked {
        Asked::And(a, b) | Asked::Or(a, b) => looks(a, positive) || looks(b, positive),
        Asked::Not(a) => looks(a, !positive),
        Asked::Outlet(_) | Asked::Dated(_) => false,
        _ => positive,
    }
}

impl Scan<'_> {
    fn node(&self, asked: &Asked, scopes: &[&Asked], positive: bool) -> (BTreeSet<usize>, bool) {
        if is_scope(asked) {
            return self.everything(&[scopes, &[asked]].concat(), positive);
        }
        match asked {
            Asked::And(a, b) => match (is_scope(a), is_scope(b)) {
                (true, _) => self.scoped(a, b, scopes, positive),
                (_, true) => self.scoped(b, a, scopes, positive),
                _ => {
                    let (a, b) = (self.node(a, scopes, positive), self.node(b, scopes, positive));
                    (&a.0 | &b.0, a.1 && b.1)
                }
            },
            Asked::Or(a, b) => {
                let (a, b) = (self.node(a, scopes, positive), self.node(b, scopes, positive));
                (&a.0 | &b.0, a.1 || b.1)
            }
            Asked::Not(a) => {
                let (marked, matches) = self.node(a, scopes, !positive);
                (marked, !matches)
            }
            Asked::Outlet(o) => (BTreeSet::new(), OUTLETS[self.article.outlet] == OUTLETS[*o]),
            Asked::Dated(n) => {
                let (_, first, last) = DATES[self.article.date];
                let (_, from, to) = DAYS[*n];
                (BTreeSet::new(), !first.is_empty() && from <= first && last <= to)
            }
            leaf => self.found(self.places(leaf), scopes, positive),
        }
    }

    /// A scope beside what it restricts.
    fn scoped(
        &self,
        scope: &Asked,
        rest: &Asked,
        scopes: &[&Asked],
        positive: bool,
    ) -> (BTreeSet<usize>, bool) {
        let inside = [scopes, &[scope]].concat();
        let found = self.node(rest, &inside, positive);
        if looks(rest, true) {
            return found;
        }
        let all = self.everything(&inside, positive);
        (&all.0 | &found.0, all.1 && found.1)
    }

    fn everything(&self, scopes: &[&Asked], positive: bool) -> (BTreeSet<usize>, bool) {
        let each = (0..self.words.len()).map(|p| (p, p + 1)).collect();
        self.found(each, scopes, positive)
    }

    /// The places of which every word stands in every scope.
    fn found(
        &self,
        places: Vec<(usize, usize)>,
        scopes: &[&Asked],
        positive: bool,
    ) -> (BTreeSet<usize>, bool) {
        let inside = |(from, to): &(usize, usize)| {
            (*from..*to).all(|p| scopes.iter().all(|scope| self.holds(scope, p)))
        };
        let kept: Vec<(usize, usize)> = places.into_iter().filter(inside).collect();
        let matches = !kept.is_empty();
        let marked = kept.into_iter().flat_map(|(from, to)| from..to);
        (if positive { marked.collect() } else { BTreeSet::new() }, matches)
    }

    /// Whether a scope lets the word at a position through.
    fn holds(&self, scope: &Asked, at: usize) -> bool {
        match scope {
            Asked::And(a, b) => self.holds(a, at) && self.holds(b, at),
            Asked::Or(a, b) => self.holds(a, at) || self.holds(b, at),
            Asked::Not(a) => !self.holds(a, at),
            Asked::Scope(Scope::Field(field)) => self.words[at].field == *field,
            Asked::Scope(Scope::Quote) => self.said(at, &|_| true),
            Asked::Scope(Scope::Zorn) => self.said(at, &|source| ZORN.contains(&source)),
            Asked::Scope(Scope::Word(w)) => {
                let wanted: Vec<String> = parts(WORDS[*w]).iter().map(|p| stem(p)).collect();
                self.said(at, &|source| {
                    let stems: Vec<String> = parts(source).iter().map(|p| stem(p)).collect();
                    stems.windows(wanted.len()).any(|s| s == wanted)
                })
            }
            _ => false,
        }
    }

    fn said(&self, at: usize, by: &dyn Fn(&str) -> bool) -> bool {
        let word = &self.words[at];
        self.article.quotes.iter().any(|q| {
            let source = WORDS[self.article.sentences()[q.sentence][q.source]];
            q.speech
                && q.sentence == word.sentence
                && (q.from..q.to).contains(&word.word)
                && by(source)
        })
    }

    /// Stretches of one sentence of a length that satisfy a test on their forms.
    fn stretches(&self, length: usize, hit: &dyn Fn(&[String]) -> bool) -> Vec<(usize, usize)> {
        let mut out = Vec::new();
        for from in 0..self.words.len().saturating_sub(length.max(1) - 1) {
            let words = &self.words[from..from + length];
            let forms: Vec<String> = words.iter().map(|w| w.form.clone()).collect();
            if words.iter().all(|w| w.sentence == words[0].sentence) && hit(&forms) {
                out.push((from, from + length));
            }
        }
        out
    }

    /// Words, and compounds as one word, of which the form satisfies a test.
    fn forms(&self, hit: &dyn Fn(&str) -> bool) -> Vec<(usize, usize)> {
        let mut out = self.stretches(1, &|forms| hit(&forms[0]));
        let compound = |at: &(usize, usize)| self.words[at.0].written == "de-mine";
        let joined = self.stretches(2, &|forms| forms == ["de", "mine"] && hit("demine"));
        out.extend(joined.into_iter().filter(compound));
        out
    }

    fn mentions(&self, hit: &dyn Fn(&str) -> bool) -> Vec<(usize, usize)> {
        let is = |p: &usize| {
            let written = self.words[*p].written;
            ZORN.contains(&written) && hit(written)
        };
        (0..self.words.len()).filter(is).map(|p| (p, p + 1)).collect()
    }

    fn places(&self, leaf: &Asked) -> Vec<(usize, usize)> {
        let all = |list: &[usize]| -> Vec<String> {
            list.iter().flat_map(|w| parts(WORDS[*w])).collect()
        };
        match leaf {
            Asked::Word(w) => {
                let wanted: Vec<String> = parts(WORDS[*w]).iter().map(|p| stem(p)).collect();
                self.stretches(wanted.len(), &|forms| {
                    forms.iter().map(|f| stem(f)).collect::<Vec<_>>() == wanted
                })
            }
            Asked::Phrase(list) => {
                let wanted = all(list);
                self.stretches(wanted.len(), &|forms| forms == wanted)
            }
            Asked::Open(a, b, n) => {
                let mut wanted = parts(WORDS[*a]);
                wanted.extend(parts(&WORDS[*b][..*n]));
                let last = wanted.pop().expect("a word has a part");
                self.stretches(wanted.len() + 1, &|forms| {
                    let (end, before) = forms.split_last().expect("a stretch has a word");
                    before == wanted && end.starts_with(&last)
                })
            }
            Asked::Prefix(w, n) => {
                let start = WORDS[*w][..*n].to_lowercase();
                let Some((before, last)) = start.split_once('-') else {
                    return self.forms(&|form| form.starts_with(&start));
                };
                // The parts side by side, or joined.
                let mut out = self.stretches(2, &|forms| {
                    stem(&forms[0]) == stem(before) && forms[1].starts_with(last)
                });
                let joined = [before, last].concat();
                out.extend(self.forms(&|form| form.starts_with(&joined)));
                out
            }
            Asked::Nearly(n) => {
                let (_, typed, most) = NEARLY[*n];
                let typed: Vec<char> = typed.chars().collect();
                self.forms(&|form| near(&typed, &form.chars().collect::<Vec<_>>(), most))
            }
            Asked::Near(list, slop) => {
                let mut wanted: Vec<String> = all(list).iter().map(|f| stem(f)).collect();
                wanted.sort();
                let holds = |forms: &[String]| {
                    let mut stems: Vec<String> = forms.iter().map(|f| stem(f)).collect();
                    wanted.iter().all(|w| match stems.iter().position(|s| s == w) {
                        Some(at) => {
                            stems.swap_remove(at);
                            true
                        }
                        None => false,
                    })
                };
                let shortest = |forms: &[String]| {
                    holds(forms) && !holds(&forms[1..]) && !holds(&forms[..forms.len() - 1])
                };
                let lengths = wanted.len()..=wanted.len() + slop;
                lengths.flat_map(|length| self.stretches(length, &shortest)).collect()
            }
            Asked::Actor | Asked::Person => self.mentions(&|_| true),
            Asked::Label(w) => self.mentions(&|written| written == WORDS[*w]),
            _ => Vec::new(),
        }
    }
}

/// Whether so many edits lead from one word to the other.
fn near(a: &[char], b: &[char], most: usize) -> bool {
    match (a, b) {
        ([], rest) | (rest, []) => rest.len() <= most,
        ([x, a @ ..], [y, b @ ..]) if x == y && near(a, b, most) => true,
        _ if most == 0 => false,
        ([x, rest_a @ ..], [y, rest_b @ ..]) => {
            near(rest_a, rest_b, most - 1)
                || near(rest_a, b, most - 1)
                || near(a, rest_b, most - 1)
                || matches!((rest_a, rest_b), ([x2, a @ ..], [y2, b @ ..])
                    if x == y2 && x2 == y && near(a, b, most - 1))
        }
    }
}
