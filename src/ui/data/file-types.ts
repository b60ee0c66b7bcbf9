/** What file pickers offer first; anything can be dropped and is judged by its content. */
export const FILE_TYPES = '.csv,.tsv,.txt,.tab,.parquet,text/csv,text/tab-separated-values';
