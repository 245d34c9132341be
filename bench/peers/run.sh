#!/usr/bin/env bash
# The peers of R36, one after another, each in a process of its own: bench/peers/run.sh FOLDER [REPEATS [files|days]]
# FOLDER holds what r36_bench wrote: columns.u16, stations.u32; the peers have one thread. With `files` it holds what
# r36_files_bench wrote: metrics.csv, roster.csv; the peers have all threads. With `days`, what r36_days_bench wrote:
# days.u16, stations.u32, periods.txt. A peer leaves NAME.i32 (NAME.csv) there and prints one line: its file, the
# milliseconds of its best run (with `files` those that processors worked, too), its name. One that cannot be set up or
# fails ends the whole.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$1
repeats=${2:-5}
peers=(numpy polars duckdb_doubles duckdb_cents)
[[ ${3:-} != files ]] || peers=(files_polars files_duckdb files_pandas)
[[ ${3:-} != days ]] || peers=(days_numpy days_duckdb_cents)
venv=${CWP_PEERS_VENV:-$here/../../build/peers}

if ! cmp -s "$here/requirements.txt" "$venv/installed.txt"; then
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check --no-deps -r "$here/requirements.txt" >&2
  cp "$here/requirements.txt" "$venv/installed.txt"
fi
export PYTHONDONTWRITEBYTECODE=1
[[ ${3:-} == files ]] || export POLARS_MAX_THREADS=1 OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
for peer in "${peers[@]}"; do
  "$venv/bin/python" "$here/${peer}_peer.py" "$folder" "$repeats"
done
