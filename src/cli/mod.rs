//! The native command-line program: the same core, JSON Lines in and out.
//!
//! Exit codes: 0 all went well; 1 something could not be read or was bad, the rest was done;
//! 2 the command itself was wrong.

mod annotate;
mod clean;
mod compare;
mod corrections;
mod lines;
mod search;
mod shared;
mod similar;
mod train;

use clap::{Parser, Subcommand};
use std::fmt;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Parser)]
#[command(
    name = "parallax",
    version,
    about = "How different news outlets cover one event, side by side: the same analysis as the browser app, from a terminal.",
    after_help = "Offsets in and out are Unicode code points of the given text, end exclusive.\n\
                  Bad input lines are reported on standard error with file, line and cause, and the rest goes on.\n\
                  Exit codes: 0 all went well, 1 something was bad and was left out, 2 wrong usage."
)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Sentences, entities, coreference, attributions, times and numbers of documents.
    ///
    /// Reads JSON Lines {"id","text", optional "title","date","outlet","group"} and writes one
    /// line for each. Neighbouring documents with the same "group" are resolved together and
    /// written when the group ends; any other is written at once. Ids of actors and clusters mean
    /// the same thing throughout one run.
    Annotate {
        /// Texts are page scrapes: clean them first; only coverage (headline, caption, body) counts.
        #[arg(long)]
        scrape: bool,
        /// Use the input's "mentions" ([{"start","end", optional "type"}]) as given and only join them.
        #[arg(long)]
        gold_mentions: bool,
        /// A file of corrections, as the app exports it; applied to each group.
        #[arg(long, value_name = "FILE")]
        corrections: Option<PathBuf>,
        /// Files of JSON Lines; standard input when there is none.
        files: Vec<PathBuf>,
    },
    /// Cuts page scrapes into blocks, and finds their metadata.
    ///
    /// Writes one JSON line for each file: {"file","blocks":[{"start","end","kind","reason"}],
    /// "metadata":{…},"notices":[…]}.
    Clean {
        /// Plain-text page scrapes; `-` is standard input.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Ranks documents for queries and writes TREC run lines: query Q0 document rank score tag.
    Search {
        /// JSON Lines {"id","text", optional "title", "outlet", "date"}.
        #[arg(long)]
        docs: PathBuf,
        /// JSON Lines {"id","text"}.
        #[arg(long)]
        queries: PathBuf,
        /// The most documents for each query.
        #[arg(long, default_value_t = 100)]
        top: usize,
        /// Read queries in the app's query language instead of as plain words: phrases, AND, OR, NOT,
        /// -word, prefix*, fuzzy~, outlet:, date:, in:, speaker:. Documents are not joined, so actors
        /// have no other names here.
        #[arg(long)]
        syntax: bool,
    },
    /// Compares two to four outlets of the bundled articles.
    Compare {
        /// Outlet ids or names, separated by commas.
        #[arg(long, value_delimiter = ',', required = true)]
        outlets: Vec<String>,
        /// How it is written.
        #[arg(long, default_value = "json", value_parser = ["json", "md", "csv"])]
        format: String,
        /// A file of corrections, as the app exports it.
        #[arg(long, value_name = "FILE")]
        corrections: Option<PathBuf>,
    },
    /// Sentences of different documents that report the same.
    ///
    /// Reads JSON Lines {"id","text","group", optional "date","outlet"}; neighbouring documents with the
    /// same "group" are compared. Writes {"group","threshold","links":[{"a","b","score"}]}, where "a" and
    /// "b" are {"id","start","end"}; "score" is null for two sentences that only others hold together.
    Shared {
        /// Thresholds beside the app's own, which comes first; with commas; each gives a line.
        #[arg(long, value_delimiter = ',')]
        also: Vec<f64>,
        /// Files of JSON Lines; standard input when there is none.
        files: Vec<PathBuf>,
    },
    /// How much two texts say the same, 0 to 1.
    ///
    /// Reads JSON Lines {"id","a","b"} and writes {"id","score"}.
    Similar {
        /// Files of JSON Lines; standard input when there is none.
        files: Vec<PathBuf>,
    },
    /// Trains the name tagger on annotated text and writes its weights.
    ///
    /// Reads JSON Lines {"id","covers":[types],"text","entities":[{"start","end","type"}]}.
    Train {
        /// Files to learn from.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Where the weights are written.
        #[arg(long)]
        model: PathBuf,
        /// A file to test on afterwards; may be given several times.
        #[arg(long)]
        test: Vec<PathBuf>,
        /// How much the rows of a file count, as NAME=NUMBER; 1 unless told. NAME is without `.jsonl`.
        #[arg(long)]
        weigh: Vec<String>,
        /// How often the data are read.
        #[arg(long, default_value_t = 6)]
        epochs: usize,
        /// Rate of learning.
        #[arg(long, default_value_t = 0.1)]
        alpha: f32,
        /// Penalty on absolute values of weights: the larger, the fewer remain.
        #[arg(long, default_value_t = 11.0)]
        l1: f32,
        /// Penalty on squares of weights.
        #[arg(long, default_value_t = 1.0)]
        l2: f32,
        /// How often a feature has to be seen.
        #[arg(long, default_value_t = 3)]
        least: u32,
        /// Seed of the order in which the texts are read.
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
}

/// Why a command could not go on.
#[derive(Debug)]
enum Failure {
    /// The command itself was wrong: exit code 2.
    Usage(String),
    /// Something could not be read or written: exit code 1.
    Io(String),
    /// Whoever reads the output has gone; there is nothing left to say.
    Closed,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(m) | Self::Io(m) => f.write_str(m),
            Self::Closed => f.write_str("the output was closed"),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(e: io::Error) -> Self {
        if e.kind() == io::ErrorKind::BrokenPipe {
            Self::Closed
        } else {
            Self::Io(format!("output: {e}"))
        }
    }
}

/// Whether everything went well, or something was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Done {
    Well,
    WithFaults,
}

/// Runs the program on the arguments of the process.
pub fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(e) => {
            // Help and version are no errors and go to standard output.
            let _ = e.print();
            return if e.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS };
        }
    };
    let mut out = io::BufWriter::new(io::stdout().lock());
    let done = match args.command {
        Command::Annotate { scrape, gold_mentions, corrections, files } => {
            corrections::read(corrections.as_deref()).and_then(|mut corrections| {
                let options = annotate::Options { scrape, gold_mentions };
                let done = annotate::run(&files, options, &mut corrections, &mut out);
                corrections.report();
                done
            })
        }
        Command::Clean { files } => clean::run(&files, &mut out),
        Command::Search { docs, queries, top, syntax } => {
            search::run(&docs, &queries, top, syntax, &mut out)
        }
        Command::Compare { outlets, format, corrections } => {
            corrections::read(corrections.as_deref()).and_then(|mut corrections| {
                let done = compare::run(&outlets, &format, &mut corrections, &mut out);
                corrections.report();
                done
            })
        }
        Command::Shared { also, files } => shared::run(&files, &also, &mut out),
        Command::Similar { files } => similar::run(&files, &mut out),
        Command::Train { files, model, test, epochs, alpha, l1, l2, least, seed, weigh } => {
            let settings = crate::entity::train::Settings { epochs, alpha, l1, l2, seed };
            train::run(&files, &test, settings, least, &weigh, &model, &mut out)
        }
    };
    let done = done.and_then(|done| {
        io::Write::flush(&mut out)?;
        Ok(done)
    });
    match done {
        Ok(Done::Well) | Err(Failure::Closed) => ExitCode::SUCCESS,
        Ok(Done::WithFaults) => ExitCode::from(1),
        Err(e) => {
            eprintln!("parallax: {e}");
            ExitCode::from(if matches!(e, Failure::Usage(_)) { 2 } else { 1 })
        }
    }
}
