//! `parallax clean`.

use super::{Done, Failure};
use crate::corpus::Given;
use crate::ingest::{self, Found, How, Metadata};
use crate::span::CodePoints;
use serde::Serialize;
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

pub fn run(files: &[PathBuf], out: &mut impl Write) -> Result<Done, Failure> {
    let mut done = Done::Well;
    for path in files {
        let bytes = match read(path) {
            Ok(bytes) => bytes,
            Err(e) => {
                eprintln!("parallax: {}: {e}", path.display());
                done = Done::WithFaults;
                continue;
            }
        };
        let text = String::from_utf8_lossy(&bytes);
        let mut notices: Vec<String> = Vec::new();
        if matches!(text, std::borrow::Cow::Owned(_)) {
            let at = std::str::from_utf8(&bytes).map_or_else(|e| e.valid_up_to(), |_| 0);
            let line = 1 + bytes.iter().take(at).filter(|b| **b == b'\n').count();
            notices.push(format!(
                "line {line}: not valid UTF-8; bytes that could not be read stand as \u{FFFD}"
            ));
        }
        let given = Given { scrape: true, ..Given::default() };
        let cleaned = ingest::clean(&text, &given);
        notices.extend(cleaned.notices.iter().map(|n| n.message.clone()));
        let points = CodePoints::new(&text);
        let blocks: Vec<Value> = cleaned
            .blocks
            .iter()
            .map(|b| {
                let [start, end] = points.pair(b.span);
                json!({"start": start, "end": end, "kind": b.kind, "reason": b.reason})
            })
            .collect();
        let row = json!({
            "file": path.display().to_string(),
            "blocks": blocks,
            "metadata": metadata(&cleaned.metadata, &points),
            "notices": notices,
        });
        serde_json::to_writer(&mut *out, &row).map_err(std::io::Error::from)?;
        out.write_all(b"\n")?;
    }
    Ok(done)
}

fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    std::fs::read(path)
}

/// What is unknown is `null` or an empty list.
fn metadata(m: &Metadata, points: &CodePoints) -> Value {
    json!({
        "outlet": m.outlet.as_ref().map(|f| found(f, points)),
        "headline": m.headline.as_ref().map(|f| found(f, points)),
        "authors": m.authors.iter().map(|f| found(f, points)).collect::<Vec<_>>(),
        "agencies": m.agencies.iter().map(|f| found(f, points)).collect::<Vec<_>>(),
        "published": m.published.as_ref().map(|f| found(f, points)),
        "captured": m.captured.as_ref().map(|f| found(f, points)),
    })
}

fn found<T: Serialize>(f: &Found<T>, points: &CodePoints) -> Value {
    let mut out = json!({"value": f.value});
    out["how"] = match &f.how {
        How::Stated => "stated".into(),
        How::Given => "given".into(),
        How::Inferred(_) => "inferred".into(),
    };
    if let How::Inferred(from) = &f.how {
        out["from"] = from.as_str().into();
    }
    if let Some(span) = f.span {
        let [start, end] = points.pair(span);
        out["start"] = start.into();
        out["end"] = end.into();
    }
    out
}
