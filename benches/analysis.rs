//! Speed of the core, native: `cargo bench --bench analysis`. Prints megabytes a second.

use parallax::analysis::{Analysis, Article};
use parallax::corpus::{self, Source};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Bytes of the long text.
const LONG: usize = 2_000_000;
/// Every figure is the median of this many runs.
const RUNS: usize = 9;

fn median(mut work: impl FnMut()) -> Duration {
    work();
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[RUNS / 2]
}

fn report(what: &str, bytes: usize, time: Duration) {
    let seconds = time.as_secs_f64();
    println!("{what:<44} {:>8.2} ms {:>8.2} MB/s", seconds * 1e3, bytes as f64 / 1e6 / seconds);
}

fn main() {
    let bundled = corpus::bundled();
    let bytes = bundled.iter().map(|source| source.text.len()).sum();
    let all = median(|| {
        black_box(Analysis::bundled());
    });
    report("the bundled articles, with all joins", bytes, all);

    let all_texts: String =
        bundled.iter().map(|source| &*source.text).collect::<Vec<_>>().join("\n\n");
    let text = all_texts.repeat(LONG.div_ceil(all_texts.len()));
    let source = Source { text: text.into(), ..bundled[0].clone() };
    let long = median(|| {
        black_box(Article::analyse(source.clone()));
    });
    report("one article of their repeated text", source.text.len(), long);
}
