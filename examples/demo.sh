#!/usr/bin/env bash
# What ./dev demo shows: official decathlon totals, and a bureau of 200 officers in ten stations over a year to date.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
cwp=build/release/cwp
rules=rules/community-officers.yaml
out=out/demo
mkdir -p out

printf '\n== Decathlon: ten formulas, floored and added up ==\n\n'
"$cwp" score rules/decathlon.yaml --inputs rules/data/decathlon --lang en --force --out "$out-decathlon"

printf '\n== A bureau: 200 officers, ten stations, 21 December 2025 to 20 September 2026 ==\n\n'
rm -rf "$out-bureau-data" "$out-bureau"
"$cwp" sample "$rules" --officers 200 --stations 10 --from 2025-12-21 --to 2026-09-20 --seed 7 --out "$out-bureau-data" >/dev/null
"$cwp" score "$rules" --inputs "$out-bureau-data" --span 2025-12-21..2026-09-20 --details --lang en \
  --threads "$(nproc)" --out "$out-bureau" >"$out-bureau.txt"
sed -n '/issues in the data/,$p' "$out-bureau.txt"

# The last period of a file whose first column is the period.
last_period() { tail -n +2 "$1" | cut -d, -f1 | sort -u | tail -n "${2:-1}" | head -n 1; }

week=$(last_period "$out-bureau/ranking_station_week.csv")
station=$(grep "^$week," "$out-bureau/ranking_station_week.csv" | cut -d, -f2 | head -n 1)
printf '\n== Bulletin of %s, %s ==\n\n' "$station" "$week"
printf '%5s  %-8s %8s\n' rank officer points
awk -F, -v week="$week" -v station="$station" \
  '$1 == week && $2 == station { printf "%5s  %-8s %8s  %s\n", $3, $4, $5, $7 }' "$out-bureau/ranking_station_week.csv"

month=$(last_period "$out-bureau/ranking_bureau_month.csv")
before=$(last_period "$out-bureau/ranking_bureau_month.csv" 2)
printf '\n== The bureau in %s: the first ten and the last five, with their ranks in %s ==\n\n' "$month" "$before"
printf '%5s  %6s  %-8s %8s\n' rank before officer points
awk -F, -v month="$month" -v before="$before" '
  $1 == before && $3 != "" { was[$4] = $3 }
  $1 == month && $3 != "" { n++; line[n] = sprintf("%5s  %6s  %-8s %8s", $3, ($4 in was) ? was[$4] : "-", $4, $5) }
  END { for (i = 1; i <= n; i++) if (i <= 10 || i > n - 5) print line[i]; else if (i == 11) print "    …" }' \
  "$out-bureau/ranking_bureau_month.csv"

printf '\n== Awards and watch list of %s ==\n\n' "$month"
awk -F, -v month="$month" '$1 == month {
    name[$2] = name[$2] " " $3 ($5 == "" ? "" : " (" $5 ")")
    if (!($2 in seen)) { seen[$2] = ++n; order[n] = $2 }
  } END { for (i = 1; i <= n; i++) print order[i] ":" name[order[i]] }' "$out-bureau/awards.csv"

first=$(awk -F, -v month="$month" '$1 == month && $3 == 1 { print $4; exit }' "$out-bureau/ranking_bureau_month.csv")
printf '\n== Why %s has these points for mediation in %s ==\n\n' "$first" "$month"
"$cwp" explain "$rules" --inputs "$out-bureau-data" --span 2025-12-21..2026-09-20 --officer "$first" --period "$month" \
  --item mediation --lang en

printf '\nEverything is in %s; the data in %s\n' "$out-bureau" "$out-bureau-data"
