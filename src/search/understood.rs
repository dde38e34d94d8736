//! The query as it was understood, in plain words.

use super::actors::Actors;
use super::query::{Field, Filter, Leaf, Node, Query, Scope};
use super::rank::is_optional;

/// The query in plain words; empty where nothing is asked.
pub(super) fn understood(query: &Query, actors: &Actors) -> String {
    let Some(root) = &query.root else { return String::new() };
    let mut used = Vec::new();
    terms(root, &mut used);
    // A scope that all terms share is told once.
    let mut scopes = used.iter().filter_map(|i| query.terms.get(*i)).map(|t| t.scope.as_ref());
    let shared = scopes.next().flatten().filter(|first| scopes.all(|s| s == Some(first)));
    let alone = matches!(used.as_slice(), [i] if query.terms.get(*i).is_some_and(|t| t.leaf == Leaf::Everything));
    let words = Words { query, actors, shared: shared.filter(|_| !alone) };
    let mut out = words.node(root, true);
    if let Some(scope) = words.shared {
        out.push_str("; all of it ");
        out.push_str(&place(scope, actors));
    }
    out
}

/// The terms of a node.
fn terms(node: &Node, out: &mut Vec<usize>) {
    match node {
        Node::Term(i) => out.push(*i),
        Node::Where(_) => {}
        Node::Not(inner) => terms(inner, out),
        Node::All(nodes) | Node::Any(nodes) | Node::Seq(nodes) => {
            nodes.iter().for_each(|node| terms(node, out));
        }
    }
}

struct Words<'a> {
    query: &'a Query,
    actors: &'a Actors,
    /// The scope of every term, if they share one.
    shared: Option<&'a Scope>,
}

impl Words<'_> {
    fn node(&self, node: &Node, top: bool) -> String {
        match node {
            Node::Term(i) => self.term(*i),
            Node::Where(filter) => articles(filter),
            Node::Not(inner) => format!("not {}", self.node(inner, false)),
            Node::All(nodes) => self.group(nodes, " and ", top),
            Node::Any(nodes) => self.group(nodes, " or ", top),
            Node::Seq(nodes) => self.seq(nodes, top),
        }
    }

    fn group(&self, nodes: &[Node], between: &str, top: bool) -> String {
        let inner: Vec<String> =
            nodes.iter().map(|n| self.node(n, top && nodes.len() < 2)).collect();
        let text = inner.join(between);
        if top || nodes.len() < 2 { text } else { format!("({text})") }
    }

    fn seq(&self, nodes: &[Node], top: bool) -> String {
        let alone = nodes.len() == 1 && top;
        let text = |wanted: &dyn Fn(&Node) -> bool| -> Vec<String> {
            let wanted = nodes.iter().filter(|n| wanted(n));
            let text = |n: &Node| match n {
                Node::Not(inner) => self.node(inner, false),
                n => self.node(n, alone),
            };
            wanted.map(text).collect()
        };
        let excludes = |n: &Node| matches!(n, Node::Not(_));
        let plain = text(&|n| is_optional(n, self.query));
        let without = text(&excludes);
        let only = text(&|n| n.is_condition() && !excludes(n));
        let must = text(&|n| !is_optional(n, self.query) && !n.is_condition());
        let mut out = must.join(" and ");
        if out.is_empty() {
            out = match plain.as_slice() {
                [] | [_] => plain.concat(),
                _ => format!("any of {}, those with all first", plain.join(", ")),
            };
        } else if !plain.is_empty() {
            out = format!("{out}; if possible with {}", plain.join(", "));
        }
        if !only.is_empty() {
            let only = only.join(" and ");
            out = if out.is_empty() { only } else { format!("{out}; only {only}") };
        }
        if !without.is_empty() {
            let without = without.join(", nor ");
            out = if out.is_empty() {
                format!("{} without {without}", if top { "everything" } else { "articles" })
            } else {
                format!("{out}; without {without}")
            };
        }
        if top || nodes.len() < 2 { out } else { format!("({out})") }
    }

    fn term(&self, i: usize) -> String {
        let Some(term) = self.query.terms.get(i) else { return String::new() };
        let shown = &term.shown;
        let text = match &term.leaf {
            Leaf::Word(_) => format!("“{shown}”"),
            Leaf::Phrase { exact: true, open: false, .. } => format!("exactly “{shown}”"),
            Leaf::Phrase { open: true, exact, .. } => {
                let star = if *exact { "" } else { "*" };
                format!("words that begin like “{shown}{star}”")
            }
            Leaf::Phrase { .. } => format!("“{shown}”"),
            Leaf::Prefix(_) => format!("words that begin with “{shown}”"),
            Leaf::Fuzzy { edits: 0, .. } => format!("exactly “{shown}”"),
            Leaf::Fuzzy { edits: 1, .. } => format!("“{shown}” give or take one letter"),
            Leaf::Fuzzy { edits, .. } => format!("“{shown}” give or take {edits} letters"),
            Leaf::Near { slop, .. } => match *slop {
                0 => format!("“{shown}” in any order with no other word among them"),
                1 => format!("“{shown}” in any order with at most one other word among them"),
                u32::MAX => format!("“{shown}” in any order in one sentence"),
                n => format!("“{shown}” in any order with at most {n} other words among them"),
            },
            Leaf::Actor(list) => format!("{} under any name", self.actors.names(list)),
            Leaf::Name { actors, .. } => {
                format!("“{shown}” ({} under any name)", self.actors.names(actors))
            }
            Leaf::Label(_) => format!("names and nouns for actors with “{shown}”"),
            Leaf::Type(kind) => format!("any name of the type “{}”", kind.label()),
            Leaf::Everything => "everything".to_owned(),
        };
        match &term.scope {
            Some(scope) if self.shared != Some(scope) => {
                format!("{text} {}", place(scope, self.actors))
            }
            _ => text,
        }
    }
}

/// Which articles meet a condition.
pub(super) fn articles(filter: &Filter) -> String {
    match filter {
        Filter::Outlet { shown, .. } => format!("articles by {shown}"),
        Filter::Date { shown, .. } => format!("articles dated {shown}"),
    }
}

/// Where a scope is.
pub(super) fn place(scope: &Scope, actors: &Actors) -> String {
    let list = |scopes: &[Scope], between: &str| {
        scopes.iter().map(|s| place(s, actors)).collect::<Vec<_>>().join(between)
    };
    match scope {
        Scope::Field(Field::Headline) => "in headlines".to_owned(),
        Scope::Field(Field::Caption) => "in captions".to_owned(),
        Scope::Field(Field::Body) => "in body text".to_owned(),
        Scope::Quote => "in quotations".to_owned(),
        Scope::Speaker { actors: found, shown, .. } if found.is_empty() => {
            format!("in quotations of whoever is called “{shown}”")
        }
        Scope::Speaker { actors: found, shown, .. } => {
            let names = actors.names(found);
            format!("in quotations of {names} or whoever is called “{shown}”")
        }
        Scope::Not(inner) => match &**inner {
            Scope::Any(_) | Scope::All(_) => format!("not ({})", place(inner, actors)),
            inner => format!("not {}", place(inner, actors)),
        },
        Scope::Any(scopes) => list(scopes, " or "),
        Scope::All(scopes) => list(scopes, " and "),
    }
}
