//! `cargo xtask serve`: builds, then serves `dist/` to this machine only.

use crate::{build, run};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::time::Duration;

const PORT: u16 = 8080;

/// Builds and serves until it is stopped.
pub fn command() -> run::Outcome {
    println!("{}", build::command()?);
    let listener = (PORT..PORT + 100)
        .find_map(|port| TcpListener::bind(("127.0.0.1", port)).ok())
        .ok_or_else(|| format!("no free port from {PORT} to {}", PORT + 99))?;
    let address = listener.local_addr().map_err(|e| e.to_string())?;
    if address.port() != PORT {
        println!("port {PORT} is taken; using {}", address.port());
    }
    println!("to double-click: {}", build::single().display());
    println!("serving dist/ on http://{address}/ (Ctrl-C stops)");
    for stream in listener.incoming().flatten() {
        std::thread::spawn(move || {
            // A reader who goes away in the middle is no concern of the others.
            let _ = answer(stream, &build::dist());
        });
    }
    Ok(String::new())
}

fn answer(mut stream: TcpStream, folder: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut lines = BufReader::new(stream.try_clone()?.take(16 * 1024));
    let mut request = String::new();
    lines.read_line(&mut request)?;
    // The head has to be read to its end: closing over unread bytes resets the connection.
    let mut line = String::new();
    while lines.read_line(&mut line)? > 2 {
        line.clear();
    }
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let (status, kind, body) = match (method, locate(folder, target)) {
        ("GET" | "HEAD", Some(file)) => match std::fs::read(&file) {
            Ok(bytes) => ("200 OK", mime(&file), bytes),
            Err(_) => ("404 Not Found", "text/plain", b"not found\n".to_vec()),
        },
        ("GET" | "HEAD", None) => ("404 Not Found", "text/plain", b"not found\n".to_vec()),
        _ => ("405 Method Not Allowed", "text/plain", b"only GET and HEAD\n".to_vec()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         X-Content-Type-Options: nosniff\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// The file that a request names; names that could lead out of the folder are refused.
fn locate(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let mut file = folder.to_path_buf();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        if part.starts_with('.') || !part.chars().all(plain) {
            return None;
        }
        file.push(part);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    file.is_file().then_some(file)
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|e| e.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_inside_the_folder_are_served() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert_eq!(locate(folder, "/Cargo.toml?x=1"), Some(folder.join("Cargo.toml")));
        assert_eq!(locate(folder, "/src/main.rs"), Some(folder.join("src/main.rs")));
        let refused = [
            "/../Cargo.toml",
            "/src/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/src/..\\main.rs",
            "//etc/passwd",
            "/C:/x",
            "Cargo.toml",
            "/nothing",
            "/",
            "",
        ];
        for target in refused {
            assert_eq!(locate(folder, target), None, "{target}");
        }
    }

    #[test]
    fn webassembly_has_the_type_that_streaming_needs() {
        assert_eq!(mime(Path::new("a_bg.wasm")), "application/wasm");
    }
}
