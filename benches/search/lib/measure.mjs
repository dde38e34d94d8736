// Measures one engine, alone in its process. The same code runs in Node and in a page.
//
// `place` is where it runs: `texts()` gives { texts, bytes } afresh, `memory()` the bytes held after
// a collection (null where that cannot be told), `say(line)` reports progress. Node can tell more:
// `peak()` the resident memory { now, highest }, `cpu()` the seconds of all threads so far.

/** Results asked for: what a list shows at once. */
const top = 10;
/** Rounds over all queries. The figure of a query is the median of its rounds. */
const rounds = 5;
/** After so many seconds two rounds over the queries are enough, and there are no more builds. */
const patience = 60;
/** A browser's clock goes in steps of 5 µs: a query that takes less than this (ms) is repeated until
 * it takes as long, and the time divided. */
const least = 0.1;
const mostRepeats = 25;

const now = () => performance.now();
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const pause = () => new Promise((done) => { setTimeout(done, 0); });

/** The value below which a share of the values lie. */
function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? null;
}

/** The least step of the clock, in milliseconds. */
function clockStep() {
  let step = Infinity;
  for (let i = 0; i < 2000; i += 1) {
    const from = now();
    let to = now();
    while (to === from) to = now();
    step = Math.min(step, to - from);
  }
  return step;
}

/** Builds an index; `longest` is the longest time (ms) for which one call would have stopped a page. */
function build(engine, texts) {
  const index = engine.open(false);
  let longest = 0;
  let from = now();
  const lap = () => {
    const to = now();
    longest = Math.max(longest, to - from);
    from = to;
  };
  for (const text of texts) {
    index.add('', text);
    lap();
  }
  index.finish?.();
  lap();
  return { index, longest };
}

/** Times every query that the engine can express. */
function ask(engine, index, queries, say) {
  const asked = queries
    .map((query) => ({ class: query.class, native: engine.express(query), times: [], worst: 0, found: 0, repeats: 1 }))
    .filter((query) => query.native !== undefined);
  const start = now();
  // Round -1 warms up: it is not counted.
  let done = 0;
  for (let round = -1; round < rounds; round += 1) {
    for (const query of asked) {
      let hits;
      const from = now();
      for (let turn = 0; turn < query.repeats; turn += 1) hits = index.find(query.native, top);
      const took = (now() - from) / query.repeats;
      if (round < 0) {
        query.found = hits.length;
        // A step of the clock more than the time, since that may have been 0.
        query.repeats = Math.min(mostRepeats, Math.ceil(least / (took + 0.005)));
        continue;
      }
      query.times.push(took);
      query.worst = Math.max(query.worst, took);
    }
    done = round + 1;
    if (done >= 2 && now() - start > patience * 1000) break;
  }
  say(`queries: ${asked.length} of ${queries.length}, ${done} rounds in ${((now() - start) / 1000).toFixed(1)} s`);
  const sum = (some) => {
    const times = some.map((query) => median(query.times));
    return {
      asked: some.length,
      answered: some.filter((query) => query.found > 0).length,
      p50_ms: quantile(times, 0.5),
      p99_ms: quantile(times, 0.99),
      max_ms: quantile(times, 1),
      worst_round_ms: Math.max(...some.map((query) => query.worst)),
    };
  };
  const classes = {};
  for (const name of new Set(queries.map((query) => query.class))) {
    const some = asked.filter((query) => query.class === name);
    classes[name] = some.length > 0 ? { of: queries.filter((q) => q.class === name).length, ...sum(some) } : null;
  }
  return { rounds: done, classes, all: sum(asked) };
}

export async function measure(engine, queries, builds, place) {
  const { say } = place;
  const answer = { clock_step_ms: clockStep() };
  const empty = await place.memory();

  let { texts, bytes } = await place.texts();
  // Compilers of wasm and JavaScript make code fast while it runs; that belongs to no figure.
  let { index } = build(engine, texts.slice(0, 500));
  for (const query of queries.slice(0, 100)) {
    const native = engine.express(query);
    if (native !== undefined) index.find(native, top);
  }
  index.free?.();
  index = undefined;
  await place.memory();

  const seconds = [];
  const work = [];
  const longest = [];
  const once = () => {
    const worked = place.cpu?.();
    const from = now();
    const built = build(engine, texts);
    seconds.push((now() - from) / 1000);
    longest.push(built.longest);
    if (worked !== undefined) work.push(place.cpu() - worked);
    say(`built: ${seconds.at(-1).toFixed(2)} s, ${(bytes / 1e6 / seconds.at(-1)).toFixed(2)} MB/s, longest call ${built.longest.toFixed(1)} ms`);
    return built.index;
  };
  const before = place.peak?.();
  index = once();
  // Resident memory at its highest, less what was there before the index. Garbage counts.
  if (before) answer.peak_mb = (place.peak().highest - before.now) / 1e6;
  answer.text_mb = bytes / 1e6;
  answer.articles = texts.length;

  // Without the texts: what the index holds on to of them is its own.
  texts = undefined;
  await pause();
  const full = await place.memory();
  answer.heap_mb = full === null || empty === null ? null : (full - empty) / 1e6;
  if (engine.linear) answer.wasm_mb = engine.linear() / 1e6;
  say(`holds ${answer.heap_mb?.toFixed(1)} MB`);

  answer.queries = ask(engine, index, queries, say);

  if (index.save) {
    const saving = now();
    const kept = index.save();
    answer.save_s = (now() - saving) / 1000;
    answer.kept_mb = kept.length / 1e6;
    answer.kept_per_text = kept.length / bytes;
    // What was loaded has to give the same answers.
    const sample = queries.map((query) => engine.express(query)).filter((native) => native !== undefined).slice(0, 50);
    const answers = (some) => JSON.stringify(sample.map((native) => [...some.find(native, top)]));
    const expected = answers(index);
    index.free?.();
    index = undefined;
    const times = [];
    for (let turn = 0; turn < 3; turn += 1) {
      await place.memory();
      const from = now();
      const loaded = engine.load(kept);
      // Loading is not done before a query can be answered.
      loaded.find(sample[0], top);
      times.push((now() - from) / 1000);
      if (answers(loaded) !== expected) answer.load_differs = true;
      loaded.free?.();
    }
    answer.load_s = Math.min(...times);
    answer.load_mb_s = kept.length / 1e6 / answer.load_s;
    answer.load_text_mb_s = bytes / 1e6 / answer.load_s;
    say(`kept: ${answer.kept_mb.toFixed(1)} MB, loaded in ${answer.load_s.toFixed(2)} s${answer.load_differs ? ', WITH OTHER ANSWERS' : ''}`);
  }
  index?.free?.();
  index = undefined;

  // Built again only now: an allocator that has seen other indexes would not show what one takes.
  ({ texts } = await place.texts());
  while (seconds.length < builds && seconds.reduce((a, b) => a + b, 0) < patience) {
    once().free?.();
    await place.memory();
  }
  // The fastest: whatever else the machine does can only add.
  answer.builds = seconds.length;
  answer.build_s = Math.min(...seconds);
  answer.build_mb_s = bytes / 1e6 / answer.build_s;
  answer.longest_call_ms = Math.min(...longest);
  // Of all threads, those of the collector included: tells a busy machine from a slow engine.
  if (work.length > 0) answer.build_cpu_s = Math.min(...work);
  return answer;
}
