// The engines of the bench, ours first.
export const names = [
  'parallax', 'minisearch', 'minisearch-default', 'lunr', 'flexsearch', 'flexsearch-forward', 'orama',
];
