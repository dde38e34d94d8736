//! The part of Unicode's compatibility decompositions that folding needs. The whole tables would be a
//! fifth of the program.

/// Letters that Unicode does not take apart, though readers do.
fn undecomposed(c: char) -> String {
    match c {
        'ı' => "i".into(),
        'ł' => "l".into(),
        'ø' => "o".into(),
        'đ' => "d".into(),
        'ß' => "ss".into(),
        'æ' => "ae".into(),
        'œ' => "oe".into(),
        '\u{02BC}' | '\u{02BB}' => "'".into(),
        c => c.into(),
    }
}

/// The tables as code.
pub fn folds() -> String {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;

    let mut short: Vec<(u32, u32)> = Vec::new();
    let mut long: Vec<(u32, String)> = Vec::new();
    let mut marks: Vec<(u32, u32)> = Vec::new();
    // Letters and digits of Latin, Greek, Cyrillic and Arabic, full-width forms and ligatures; marks of
    // the whole basic plane.
    let wanted = [
        0xA0..0x250,
        0x370..0x530,
        0x620..0x700,
        0x1E00..0x1F00,
        0x2070..0x209D,
        0xFB00..0xFB07,
        0xFF10..0xFF5B,
    ];
    for code in 0xA0..0xFFFF {
        let Some(c) = char::from_u32(code) else { continue };
        if is_combining_mark(c) {
            match marks.last_mut() {
                Some((_, end)) if *end + 1 == code => *end = code,
                _ => marks.push((code, code)),
            }
            continue;
        }
        if !c.is_alphanumeric() || !wanted.iter().any(|range| range.contains(&code)) {
            continue;
        }
        let plain: String = c.nfkd().filter(|c| !is_combining_mark(*c)).collect();
        let folded: String = plain
            .chars()
            .flat_map(char::to_lowercase)
            .filter(|c| !is_combining_mark(*c))
            .map(undecomposed)
            .collect();
        let lower: String = c.to_lowercase().collect();
        if folded == lower {
            continue;
        }
        let mut chars = folded.chars();
        match (chars.next(), chars.next()) {
            (Some(one), None) if u32::from(one) < 0x10000 => short.push((code, one.into())),
            _ => long.push((code, folded)),
        }
    }
    let keys: Vec<u32> = short.iter().map(|(k, _)| *k).collect();
    let values: Vec<u32> = short.iter().map(|(_, v)| *v).collect();
    format!(
        "/// Characters that fold to one other, in order.\nstatic KEYS: &[u16] = &{keys:?};\n\
         /// What they fold to, parallel to the keys.\nstatic VALUES: &[u16] = &{values:?};\n\
         /// Characters that fold to several, in order.\nstatic LONG: &[(u16, &str)] = &{long:?};\n\
         /// Ranges of combining marks, in order.\nstatic MARKS: &[(u16, u16)] = &{marks:?};\n"
    )
}
