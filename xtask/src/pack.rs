//! `cargo xtask pack`: the hosted files of a Trunk build -> one HTML file that needs no server.
//!
//! A page opened from disk may load no module, no stylesheet that carries an integrity mark and
//! no WebAssembly file beside it. So everything is put inside: stylesheets as they are, the
//! unchanged glue of wasm-bindgen as an inline module, and the WebAssembly gzip-compressed in
//! base64, inflated by the browser's own `DecompressionStream`. The page's content security
//! policy forbids every connection, so it can be seen to phone nobody.

use crate::{build, run, size};
use std::path::{Path, PathBuf};

/// The name of the single file.
pub const NAME: &str = "parallax.html";

const POLICY: &str = "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval'; \
    connect-src 'none'; style-src 'unsafe-inline'; img-src data: blob:; worker-src blob:; \
    base-uri 'none'; form-action 'none'";

/// Follows the glue in the same module, so its names are in scope.
const START: &str = "
const packed = document.getElementById('parallax-wasm').textContent;
const bytes = Uint8Array.fromBase64
  ? Uint8Array.fromBase64(packed)
  : Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
try {
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  // As a response of the right type, so that compiling begins while inflating still runs.
  const headers = { 'Content-Type': 'application/wasm' };
  await __wbg_init({ module_or_path: new Response(plain, { headers }) });
} catch (error) {
  parallaxFailed(error);
}
";

/// Packs the folder that Trunk is filling, or else `dist/`.
pub fn command() -> run::Outcome {
    let staged = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let folder = staged.unwrap_or_else(build::dist);
    let html = folder.join("index.html");
    let hosted = one_sheet(&run::read_text(&html)?, &folder)?;
    let page = page(&hosted, &folder)?;
    run::write(&html, hosted)?;
    run::write(&folder.join(NAME), page)?;
    Ok(String::new())
}

/// The hosted page with all its stylesheets as one: one request instead of many, and alike rules are compressed
/// together.
fn one_sheet(html: &str, folder: &Path) -> Result<String, String> {
    let mut out = String::with_capacity(html.len());
    let (mut all, mut files) = (String::new(), Vec::new());
    let mut place = None;
    let mut rest = html;
    while let Some(at) = rest.find("<link") {
        let end = at + rest[at..].find('>').ok_or("index.html: a tag without an end")? + 1;
        let tag = &rest[at..end];
        if attribute(tag, "rel") == Some("stylesheet") {
            out.push_str(rest[..at].trim_end());
            let file = beside(folder, tag, "href")?;
            all.push_str(&lean(&run::read_text(&file)?));
            files.push(file);
            place.get_or_insert(out.len());
        } else {
            out.push_str(&rest[..end]);
        }
        rest = &rest[end..];
    }
    out.push_str(rest);
    let place = place.ok_or("index.html: no stylesheet")?;
    for file in files {
        std::fs::remove_file(&file).map_err(|e| format!("{}: {e}", file.display()))?;
    }
    // Named by its content, as Trunk's files are.
    let mut crc = flate2::Crc::new();
    crc.update(all.as_bytes());
    let name = format!("styles-{:08x}.css", crc.sum());
    run::write(&folder.join(&name), all)?;
    out.insert_str(place, &format!("\n    <link rel=\"stylesheet\" href=\"./{name}\">"));
    Ok(out)
}

/// A stylesheet without its comments and indents.
fn lean(css: &str) -> String {
    let mut bare = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find("/*") {
        bare.push_str(&rest[..at]);
        rest = rest[at..].find("*/").map_or("", |end| &rest[at + end + 2..]);
    }
    bare.push_str(rest);
    let lines: Vec<&str> = bare.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n") + "\n"
}

/// The single page, from the hosted one and the files beside it.
fn page(html: &str, folder: &Path) -> Result<String, String> {
    let mut out = String::with_capacity(html.len());
    let mut script = None;
    let mut policy = false;
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find('>').ok_or("index.html: a tag without an end")? + 1;
        let tag = &rest[..end];
        let name: String =
            tag[1..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '/').collect();
        rest = &rest[end..];
        match name.as_str() {
            "meta" if attribute(tag, "http-equiv").is_some() => {
                out.push_str(&format!(
                    "<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">"
                ));
                policy = true;
            }
            "link" => match attribute(tag, "rel").unwrap_or_default() {
                "stylesheet" => {
                    let css = run::read_text(&beside(folder, tag, "href")?)?;
                    if css.contains("</style") || css.contains("url(") || css.contains("@import") {
                        return Err(format!("{tag}: a stylesheet may refer to no other file"));
                    }
                    out.push_str(&format!("<style>\n{css}</style>"));
                }
                "modulepreload" | "preload" => {}
                _ if attribute(tag, "href").is_some_and(|h| h.starts_with("data:")) => {
                    out.push_str(tag);
                }
                other => return Err(format!("index.html: cannot pack a link of rel {other:?}")),
            },
            "script" => {
                let close = rest.find("</script>").ok_or("index.html: a script without an end")?;
                let (body, after) = (&rest[..close], &rest[close + "</script>".len()..]);
                rest = after;
                if attribute(tag, "src").is_some() {
                    return Err(format!("index.html: cannot pack {tag}"));
                } else if attribute(tag, "type") == Some("module") {
                    script = Some(body.to_owned());
                } else {
                    out.push_str(&format!("{tag}{body}</script>"));
                }
            }
            "/body" => {
                let loader = script.take().ok_or("index.html: no module script before </body>")?;
                out.push_str(&program(&loader, folder)?);
                out.push_str(tag);
            }
            _ => out.push_str(tag),
        }
    }
    out.push_str(rest);
    if !policy {
        return Err("index.html: no content security policy to replace".into());
    }
    Ok(out)
}

/// The two scripts that hold the program.
fn program(loader: &str, folder: &Path) -> Result<String, String> {
    let named = |suffix: &str| {
        loader
            .split(['\'', '"'])
            .find(|part| part.ends_with(suffix))
            .map(|name| folder.join(name.trim_start_matches("./")))
            .ok_or_else(|| format!("index.html: the module script names no {suffix} file"))
    };
    let glue = run::read_text(&named(".js")?)?;
    let wasm = run::read(&named(".wasm")?)?;
    if glue.lines().any(|line| line.starts_with("import ")) {
        return Err("the glue imports other scripts, which one file cannot hold".into());
    }
    if !glue.contains("__wbg_init as default") {
        return Err("the glue has another shape than expected: its entry is not __wbg_init".into());
    }
    let lower = glue.to_ascii_lowercase();
    if lower.contains("</script") || lower.contains("<!--") {
        return Err("the glue holds text that would end its script".into());
    }
    let packed = base64(&size::gzip(&wasm));
    Ok(format!(
        "<script type=\"application/gzip\" id=\"parallax-wasm\">{packed}</script>\n\
         <script type=\"module\">\n{glue}{START}</script>\n"
    ))
}

fn beside(folder: &Path, tag: &str, name: &str) -> Result<PathBuf, String> {
    let value = attribute(tag, name).ok_or_else(|| format!("index.html: {tag} has no {name}"))?;
    Ok(folder.join(value.trim_start_matches("./")))
}

/// The value of a quoted or bare attribute.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.find(&format!(" {name}="))? + name.len() + 2;
    let value = &tag[start..];
    match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next(),
        _ => value.split([' ', '>']).next(),
    }
}

fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let word = chunk.iter().fold(0u32, |word, byte| word << 8 | u32::from(*byte))
            << (8 * (3 - chunk.len()));
        for place in 0..4 {
            out.push(match place <= chunk.len() {
                true => char::from(SIGNS[(word >> (18 - 6 * place)) as usize & 63]),
                false => '=',
            });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_pads_as_the_standard_says() {
        let cases =
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")];
        for (plain, packed) in cases {
            assert_eq!(base64(plain.as_bytes()), packed, "{plain:?}");
        }
    }

    #[test]
    fn attributes_are_found_by_their_whole_name() {
        let tag = "<link data-rel='x' rel=\"stylesheet\" href=./a.css>";
        assert_eq!(attribute(tag, "rel"), Some("stylesheet"));
        assert_eq!(attribute(tag, "href"), Some("./a.css"));
        assert_eq!(attribute(tag, "src"), None);
    }

    #[test]
    fn stylesheets_become_one() {
        let folder = std::env::temp_dir().join(format!("parallax-pack-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("a.css"), "/* A. */\n\na {\n  b: c;\n}\n").unwrap();
        std::fs::write(folder.join("b.css"), "d {\n  e:\n    f /* g */ h;\n}\n").unwrap();
        let html = "<head>\n  <link rel=\"icon\" href=\"data:x\">\n  <link rel=\"stylesheet\" href=\"./a.css\">\n  \
                    <link rel=\"stylesheet\" href=\"./b.css\">\n</head>";
        let joined = one_sheet(html, &folder).unwrap();
        assert_eq!(joined.matches("<link").count(), 2, "{joined}");
        let tag = &joined[joined.rfind("<link").unwrap()..];
        let sheet = run::read_text(&beside(&folder, tag, "href").unwrap()).unwrap();
        assert_eq!(sheet, "a {\nb: c;\n}\nd {\ne:\nf  h;\n}\n");
        assert!(!folder.join("a.css").exists());
        // Again, nothing changes.
        assert_eq!(one_sheet(&joined, &folder).unwrap(), joined);
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_page_that_would_need_another_file_is_refused() {
        for html in ["<link rel=\"manifest\" href=\"x\">", "<script src=\"x\"></script>", "<p"] {
            assert!(page(html, Path::new(".")).is_err(), "{html}");
        }
    }
}
