#!/usr/bin/env bash
# What ./dev demo shows: official decathlon totals, and two months of a small police station.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
cwp=build/release/cwp
out=out/demo
mkdir -p out

printf '\n== Decathlon: ten formulas, floored and added up ==\n\n'
"$cwp" score rules/decathlon.yaml --inputs rules/data/decathlon --lang en --force --out "$out-decathlon"

printf '\n== A police station: March and April 2026, by day, week and month ==\n\n'
"$cwp" score rules/station-month.yaml --roster rules/data/station-month/roster.csv \
  --duty rules/data/station-month/duty.csv \
  --metrics rules/data/station-month/metrics.csv --metrics rules/data/station-month/satisfaction.csv \
  --span 2026-02-21..2026-04-20 --details --lang en --force --out "$out-station"

printf '\n== Why officer A003 has these points for mediation in April ==\n\n'
"$cwp" explain rules/station-month.yaml --roster rules/data/station-month/roster.csv \
  --duty rules/data/station-month/duty.csv \
  --metrics rules/data/station-month/metrics.csv --metrics rules/data/station-month/satisfaction.csv \
  --span 2026-02-21..2026-04-20 --officer A003 --period 2026-04 --item mediation --lang en
