//! From the syntax tree to what the index evaluates: scopes are handed down to the terms that they
//! restrict, equal terms become one, function words are left out.

use super::bind::Item;
use super::notes::{MAX_LEAVES, Notes};
use super::parser::Syntax;
use super::tree::{Leaf, Node, Query, Scope, Term};
use crate::map::SmallMap;
use crate::order::Order;
use crate::text::{Commonness, commonness};

/// The query of a syntax tree.
pub(super) fn lower(syntax: Option<Syntax>, notes: Notes) -> Query {
    let mut lowering =
        Lowering { query: Query::default(), notes, known: SmallMap::default(), cut: false };
    let root = syntax.and_then(|syntax| match scope_of(&syntax) {
        Some(scope) => lowering.everything(vec![scope], &syntax, true),
        None => lowering.node(syntax, &Vec::new(), true),
    });
    lowering.finish(root)
}

struct Lowering {
    query: Query,
    notes: Notes,
    known: SmallMap<(Leaf, Option<Scope>), usize>,
    cut: bool,
}

impl Lowering {
    /// `scopes` are those of the levels around; `positive` is whether what matches is looked for.
    fn node(&mut self, syntax: Syntax, scopes: &Vec<Scope>, positive: bool) -> Option<Node> {
        match syntax {
            Syntax::Item(Item::Leaf { leaf, shown, plain, typed }) => {
                if positive {
                    self.query.typed.extend(typed);
                }
                self.term(leaf, shown, scopes, positive, plain)
            }
            Syntax::Item(Item::Where(filter)) => Some(Node::Where(filter)),
            Syntax::Item(Item::Scope(scope, typed)) => {
                let syntax = Syntax::Item(Item::Scope(scope.clone(), typed));
                self.everything([scopes.as_slice(), &[scope]].concat(), &syntax, positive)
            }
            Syntax::Not(inner) => {
                let inner = self.node(*inner, scopes, !positive)?;
                Some(Node::Not(Box::new(inner)))
            }
            Syntax::Any(parts) => {
                let parts = parts.into_iter();
                let nodes: Vec<Node> =
                    parts.filter_map(|part| self.level(part, scopes, positive)).collect();
                group(nodes, Node::Any)
            }
            Syntax::All(parts) => self.row(parts, scopes, positive, true),
            Syntax::Seq(parts) => self.level(Syntax::Seq(parts), scopes, positive),
        }
    }

    /// One alternative: what stands between brackets and ORs.
    fn level(&mut self, syntax: Syntax, scopes: &Vec<Scope>, positive: bool) -> Option<Node> {
        let Syntax::Seq(parts) = syntax else { return self.node(syntax, scopes, positive) };
        let mut own: Vec<Scope> = Vec::new();
        let mut rest: Vec<Syntax> = Vec::new();
        for part in parts {
            // What AND joins stands on the same level as what it stands beside.
            if let Syntax::All(parts) = part {
                let mut kept = Vec::new();
                for part in parts {
                    self.sort(part, &mut own, &mut kept, positive);
                }
                match kept.len() {
                    0 => {}
                    _ => rest.push(Syntax::All(kept)),
                }
            } else {
                self.sort(part, &mut own, &mut rest, positive);
            }
        }
        if own.is_empty() {
            return self.row(rest, scopes, positive, false);
        }
        let mut inside = scopes.clone();
        for scope in own {
            if !inside.contains(&scope) {
                inside.push(scope);
            }
        }
        let all = if rest.iter().any(|part| looks_for(part, true)) {
            None
        } else {
            self.term(Leaf::Everything, String::new(), &inside, positive, false)
        };
        match (all, self.row(rest, &inside, positive, false)) {
            (Some(all), Some(Node::Seq(mut nodes))) => {
                nodes.insert(0, all);
                Some(Node::Seq(nodes))
            }
            (Some(all), Some(node)) => Some(Node::Seq(vec![all, node])),
            (Some(all), None) => Some(Node::Seq(vec![all])),
            (None, node) => node,
        }
    }

    /// Tells a scope from what it restricts.
    fn sort(&mut self, part: Syntax, own: &mut Vec<Scope>, rest: &mut Vec<Syntax>, positive: bool) {
        match scope_of(&part) {
            Some(scope) => {
                self.typed(&part, positive);
                own.push(scope);
            }
            None => rest.push(part),
        }
    }

    fn row(
        &mut self,
        parts: Vec<Syntax>,
        scopes: &Vec<Scope>,
        positive: bool,
        required: bool,
    ) -> Option<Node> {
        let mut nodes = Vec::new();
        for part in parts {
            let node = self.node(part, scopes, positive);
            if required && let Some(Node::Term(i)) = &node {
                // Words that AND joins must occur.
                if let Some(term) = self.query.terms.get_mut(*i) {
                    term.plain = false;
                }
            }
            nodes.extend(node);
        }
        group(nodes, if required { Node::All } else { Node::Seq })
    }

    /// A scope with nothing to restrict: all that it lets through.
    fn everything(&mut self, scopes: Vec<Scope>, syntax: &Syntax, positive: bool) -> Option<Node> {
        self.typed(syntax, positive);
        let term = self.term(Leaf::Everything, String::new(), &scopes, positive, false)?;
        Some(Node::Seq(vec![term]))
    }

    /// Keeps the words of scopes for other spellings of them.
    fn typed(&mut self, syntax: &Syntax, positive: bool) {
        match syntax {
            Syntax::Item(Item::Scope(_, typed)) if positive => {
                self.query.typed.extend(typed.iter().cloned());
            }
            Syntax::Item(_) => {}
            Syntax::Not(inner) => self.typed(inner, !positive),
            Syntax::All(parts) | Syntax::Any(parts) | Syntax::Seq(parts) => {
                parts.iter().for_each(|part| self.typed(part, positive));
            }
        }
    }

    fn term(
        &mut self,
        leaf: Leaf,
        shown: String,
        scopes: &[Scope],
        positive: bool,
        plain: bool,
    ) -> Option<Node> {
        let scope = match scopes {
            [] => None,
            [scope] => Some(scope.clone()),
            scopes => Some(Scope::All(scopes.to_vec())),
        };
        let terms = &mut self.query.terms;
        let key = (leaf, scope);
        if let Some(i) = self.known.get(&key).copied() {
            if let Some(term) = terms.get_mut(i) {
                term.count += u32::from(positive);
                term.positive |= positive;
                term.plain &= plain;
            }
            return Some(Node::Term(i));
        }
        if terms.len() >= MAX_LEAVES {
            self.cut = true;
            return None;
        }
        let next = terms.len();
        *self.known.slot(key.clone()) = next;
        let (leaf, scope) = key;
        let count = u32::from(positive);
        terms.push(Term { leaf, scope, shown, count, positive, plain });
        Some(Node::Term(next))
    }

    /// Leaves function words out unless there is nothing else, and notes what was left out.
    fn finish(mut self, root: Option<Node>) -> Query {
        let terms = &self.query.terms;
        let any_content = terms.iter().any(|t| t.positive && !is_function(&t.leaf));
        let mut left_out: Vec<usize> = Vec::new();
        self.query.root = root.and_then(|node| {
            let keep =
                |i: usize| !any_content || terms.get(i).is_none_or(|t| !is_function(&t.leaf));
            prune(node, &keep, &mut left_out)
        });
        left_out.order();
        left_out.dedup();
        if !left_out.is_empty() {
            let words: Vec<&str> = left_out
                .iter()
                .take(8)
                .filter_map(|i| terms.get(*i))
                .map(|t| t.shown.as_str())
                .collect();
            let more = if left_out.len() > 8 { " …" } else { "" };
            self.notes.add(format!(
                "Left out as too common: {}{more}. In quotation marks they count.",
                words.join(", ")
            ));
        }
        for i in left_out {
            if let Some(term) = self.query.terms.get_mut(i) {
                term.positive = false;
            }
        }
        if self.cut {
            self.notes.add(format!(
                "The query is very long; only its first {MAX_LEAVES} different words were searched."
            ));
        }
        self.query.notes = self.notes.into_list();
        self.query
    }
}

/// The scope that a part of a query is, if it is made of nothing else.
fn scope_of(syntax: &Syntax) -> Option<Scope> {
    let all = |parts: &[Syntax]| -> Option<Vec<Scope>> { parts.iter().map(scope_of).collect() };
    let one = |mut scopes: Vec<Scope>, join: fn(Vec<Scope>) -> Scope| match scopes.len() {
        0 | 1 => scopes.pop(),
        _ => Some(join(scopes)),
    };
    match syntax {
        Syntax::Item(Item::Scope(scope, _)) => Some(scope.clone()),
        Syntax::Item(_) => None,
        Syntax::Not(inner) => match scope_of(inner)? {
            Scope::Not(inner) => Some(*inner),
            scope => Some(Scope::Not(Box::new(scope))),
        },
        Syntax::Any(parts) => one(all(parts)?, Scope::Any),
        Syntax::All(parts) | Syntax::Seq(parts) => one(all(parts)?, Scope::All),
    }
}

/// Whether a part of a query looks for something that has places.
fn looks_for(syntax: &Syntax, positive: bool) -> bool {
    match syntax {
        Syntax::Item(Item::Leaf { .. } | Item::Scope(..)) => positive,
        Syntax::Item(Item::Where(_)) => false,
        Syntax::Not(inner) => looks_for(inner, !positive),
        Syntax::All(parts) | Syntax::Any(parts) | Syntax::Seq(parts) => {
            parts.iter().any(|part| looks_for(part, positive))
        }
    }
}

fn group(nodes: Vec<Node>, make: fn(Vec<Node>) -> Node) -> Option<Node> {
    if nodes.is_empty() { None } else { Some(make(nodes)) }
}

fn is_function(leaf: &Leaf) -> bool {
    matches!(leaf, Leaf::Word(form) if commonness(form) == Commonness::Function)
}

fn prune(node: Node, keep: &dyn Fn(usize) -> bool, left_out: &mut Vec<usize>) -> Option<Node> {
    let mut list = |nodes: Vec<Node>, make: fn(Vec<Node>) -> Node| {
        let nodes = nodes.into_iter().filter_map(|n| prune(n, keep, left_out)).collect();
        group(nodes, make)
    };
    match node {
        Node::Term(i) if keep(i) => Some(Node::Term(i)),
        Node::Term(i) => {
            left_out.push(i);
            None
        }
        Node::Where(_) | Node::Not(_) => Some(node),
        Node::All(nodes) => list(nodes, Node::All),
        Node::Any(nodes) => list(nodes, Node::Any),
        Node::Seq(nodes) => list(nodes, Node::Seq),
    }
}
