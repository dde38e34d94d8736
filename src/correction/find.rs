//! Looking up what an edit addresses, in the actors as they are now.

use super::{Place, What, Who};
use crate::correction::apply::{State, Work};
use crate::entity::{Form, MentionRef};
use crate::json::quote;
use crate::span::from_code_points;
use crate::span::plain_spaces;

/// How well an actor fits an address; the greatest fits best.
type Fit = (u8, usize, bool);

impl Work<'_> {
    /// The actor that is addressed, or why there is none.
    pub(super) fn actor(&self, who: &Who) -> Result<usize, String> {
        if let Some(id) = &who.id
            && let Some(i) = self.by_known_id(id)
        {
            return Ok(i);
        }
        let wanted: Vec<u32> = who.labels.iter().filter_map(|l| self.label_id(l)).collect();
        let mut best: Option<(Fit, usize)> = None;
        let mut tied = false;
        for i in 0..self.slots.len() {
            let Some(fit) = self.fit(i, who, &wanted) else { continue };
            match &best {
                Some((b, _)) if fit < *b => {}
                Some((b, _)) if fit == *b => tied = true,
                _ => {
                    best = Some((fit, i));
                    tied = false;
                }
            }
        }
        match best {
            Some((_, i)) if !tied => Ok(i),
            Some(_) => Err(format!("two actors fit “{}” equally well", who.name)),
            None => Err(format!("no article here names “{}” ({})", who.name, who.kind.label())),
        }
    }

    /// The actor with this id of the lexicon, also if it was merged into another.
    fn by_known_id(&self, id: &str) -> Option<usize> {
        let own = self.slots.iter().position(|s| s.actor.known && s.actor.id == id);
        if let Some(i) = own
            && let Some(now) = self.now(i)
        {
            return Some(now);
        }
        let (_, i) = self.aliases.iter().find(|(old, _)| old == id)?;
        self.now(*i)
    }

    fn fit(&self, i: usize, who: &Who, wanted: &[u32]) -> Option<Fit> {
        let slot = self.slots.get(i).filter(|s| s.state == State::Here)?;
        let kind = slot.actor.kind == who.kind || slot.found == who.kind;
        let mut shared: Vec<u32> = Vec::new();
        let mut strange = false;
        let mut of_kind = kind;
        for at in &slot.actor.mentions {
            let Some(m) = self.mention(*at).filter(|m| m.form != Form::Pronoun) else { continue };
            of_kind |= m.kind == who.kind;
            let Some(label) = self.label_at(*at) else { continue };
            if wanted.contains(&label) {
                if !shared.contains(&label) {
                    shared.push(label);
                }
            } else if m.form == Form::Name {
                strange = true;
            }
        }
        let same_name = slot.actor.name == who.name;
        let named = self.label_id(&who.name).is_some_and(|l| shared.contains(&l));
        // Its name, most of its labels, or no label that is not its own. One label in common is
        // not enough where others differ: two people may share a surname.
        let most = 2 * shared.len() > who.labels.len();
        let fits = same_name || (!shared.is_empty() && (named || most || !strange));
        (fits && of_kind).then_some((u8::from(same_name) + u8::from(kind), shared.len(), named))
    }

    /// The mentions that are addressed, or why there are none.
    pub(super) fn mentions(&self, what: &What) -> Result<Vec<MentionRef>, String> {
        match what {
            What::Mention(place) => self.place(place).map(|at| vec![at]),
            What::Label { actor, label } => {
                let i = self.actor(actor)?;
                let wanted = self.label_id(label);
                let all = self.slots.get(i).map_or(&[][..], |s| s.actor.mentions.as_slice());
                let found: Vec<MentionRef> = all
                    .iter()
                    .filter(|at| wanted.is_some() && self.label_at(**at) == wanted)
                    .copied()
                    .collect();
                if found.is_empty() {
                    return Err(format!("no mention of “{}” here is “{label}”", actor.name));
                }
                Ok(found)
            }
            What::Everywhere(label) => {
                let wanted = self.label_id(label);
                let mut found = Vec::new();
                for (article, of) in self.actor_of.iter().enumerate() {
                    for mention in 0..of.len() {
                        let at = MentionRef { article, mention };
                        if wanted.is_some() && self.label_at(at) == wanted {
                            found.push(at);
                        }
                    }
                }
                if found.is_empty() {
                    return Err(format!("no mention here is “{label}”"));
                }
                Ok(found)
            }
        }
    }

    fn place(&self, place: &Place) -> Result<MentionRef, String> {
        let gone = || format!("the article {} is not in the library", quote(&place.article));
        let article = self.articles.iter().position(|a| a.id == place.article).ok_or_else(gone)?;
        let a = self.articles.get(article).ok_or_else(gone)?;
        let changed = || format!("the article no longer has the words “{}” there", place.text);
        let span = from_code_points(a.text, place.start as usize, place.end as usize)
            .ok_or_else(changed)?;
        let even = |s: &str| plain_spaces(s).replace('\u{2019}', "'");
        if even(span.of(a.text)) != even(&place.text) {
            return Err(changed());
        }
        match a.mentions.iter().position(|m| m.span == span) {
            Some(mention) => Ok(MentionRef { article, mention }),
            None => {
                let other = a.mentions.iter().find(|m| m.span.overlaps(span));
                Err(match other {
                    Some(m) => format!(
                        "where “{}” was found, “{}” is found now",
                        place.text,
                        m.span.of(a.text)
                    ),
                    None => format!("“{}” is no longer taken for a name there", place.text),
                })
            }
        }
    }
}
