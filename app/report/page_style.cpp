// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/page_style.h"

namespace headroom::report {

namespace {

// Series colours are those of Okabe & Ito, darkened or lightened where they would miss a contrast of 3 : 1 on the
// ground. State colours are never series colours.
constexpr std::string_view kStyle = R"css(
:root {
  --ground: #ffffff; --raised: #f6f7f9; --line: #d5d9df; --ink: #1b2027; --quiet: #57606a; --link: #0b5cad;
  --good: #1a7f37; --good-ground: #e9f6ec; --caution: #8a5a00; --caution-ground: #fff5dc;
  --bad: #b91c1c; --bad-ground: #fdecec; --unknown: #57606a; --unknown-ground: #f1f3f5;
  --s0: #0072b2; --s1: #c98200; --s2: #a8508a; --s3: #2f9bd6; --s4: #007a5a; --s5: #14181d;
  --cool: #4a7fb5; --warm: #c98200; --hot: #b91c1c; --trough: #e3e6ea;
  --h0: #fdf6d8; --h1: #f5e7a8; --h2: #e6d37f; --h3: #c9bb74; --h4: #a9a577; --h5: #898f79;
  --h6: #6d7a78; --h7: #4f6573; --h8: #2f4f6b; --h9: #0b2c55;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14181d; --raised: #1d232b; --line: #38414c; --ink: #e8ebef; --quiet: #a3adb8; --link: #79b8ff;
    --good: #56d364; --good-ground: #14291a; --caution: #e3b341; --caution-ground: #2b2310;
    --bad: #ff8178; --bad-ground: #331717; --unknown: #a3adb8; --unknown-ground: #1d232b;
    --s0: #56b4e9; --s1: #e69f00; --s2: #cc79a7; --s3: #9ad0f5; --s4: #2fbf95; --s5: #f0f2f5;
    --cool: #6ea5dc; --warm: #e69f00; --hot: #f2645a; --trough: #343c47;
    --h0: #16243a; --h1: #1d3353; --h2: #2c4566; --h3: #45586c; --h4: #5f6b70; --h5: #7b7f74;
    --h6: #9b9672; --h7: #bdae69; --h8: #dfc95a; --h9: #ffe945;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 15px/1.5 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
main { max-width: 1160px; margin: 0 auto; padding: 28px 28px 64px; }
h1 { font-size: 28px; line-height: 1.2; margin: 0 0 18px; }
h1 small { font-size: 18px; font-weight: 400; color: var(--quiet); margin-left: 14px; white-space: nowrap; }
h2 { font-size: 21px; margin: 44px 0 12px; }
h3 { font-size: 16px; margin: 30px 0 8px; }
h2.point { border-top: 2px solid var(--line); margin-top: 48px; padding-top: 22px; }
p { margin: 0 0 8px; max-width: 80ch; }
a { color: var(--link); }
.kicker, .quiet, figcaption { color: var(--quiet); font-size: 13px; }
.kicker { margin: 0 0 2px; }
.mark { margin-right: 7px; }
.good > .mark, .mark.good { color: var(--good); }
.caution > .mark, .mark.caution { color: var(--caution); }
.bad > .mark, .mark.bad { color: var(--bad); }
.unknown > .mark, .mark.unknown { color: var(--unknown); }
.verdict { display: flex; gap: 6px; padding: 14px 18px; border-radius: 8px; border-left: 6px solid var(--unknown);
  background: var(--unknown-ground); margin: 0 0 16px; }
.verdict.good { border-color: var(--good); background: var(--good-ground); }
.verdict.caution { border-color: var(--caution); background: var(--caution-ground); }
.verdict.bad { border-color: var(--bad); background: var(--bad-ground); }
.verdict > .mark { font-size: 20px; line-height: 1.25; }
.verdict p { max-width: none; margin: 0 0 6px; }
.verdict p:last-child { margin: 0; }
.verdict .lead { font-size: 17px; font-weight: 600; }
.cards { display: flex; flex-wrap: wrap; gap: 12px; margin: 0 0 16px; }
.card { flex: 1 1 160px; padding: 10px 14px; background: var(--raised); border: 1px solid var(--line); border-radius: 8px; }
.card dt { color: var(--quiet); font-size: 13px; }
.card dd { margin: 0; }
.card .value { font-size: 22px; font-weight: 600; margin-right: 8px; white-space: nowrap; }
.card .interval { color: var(--quiet); font-size: 13px; white-space: nowrap; }
.advice { padding: 10px 18px; border: 1px solid var(--line); border-radius: 8px; margin: 0 0 16px; }
.advice h3 { margin: 0 0 4px; }
.advice ul { margin: 0; padding-left: 20px; }
.advice li { margin: 4px 0; }
code, pre { font: 13px/1.45 ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace; }
.advice code { display: block; margin-top: 3px; overflow-wrap: anywhere; color: var(--quiet); }
pre { background: var(--raised); border: 1px solid var(--line); border-radius: 8px; padding: 12px 14px; overflow-x: auto; }
ul.notes { margin: 0 0 16px; padding: 8px 18px 8px 34px; border-left: 6px solid var(--caution);
  background: var(--caution-ground); border-radius: 8px; }
.scroll { overflow-x: auto; margin: 0 0 12px; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { padding: 6px 12px 6px 0; text-align: left; border-bottom: 1px solid var(--line); vertical-align: top; }
thead th { color: var(--quiet); font-weight: 600; font-size: 13px; border-bottom: 2px solid var(--line); vertical-align: bottom; }
tbody th { font-weight: 600; white-space: nowrap; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td:last-child, th:last-child { padding-right: 0; }
.bar { display: block; height: 4px; margin-top: 3px; min-width: 56px; background: var(--trough); border-radius: 2px; }
.bar > span { display: block; height: 100%; background: var(--cool); border-radius: 2px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 480px), 1fr)); gap: 22px 24px; }
.charts > .wide { grid-column: 1 / -1; }
figure { margin: 0; min-width: 0; overflow-x: auto; }
figcaption { font-weight: 600; color: var(--ink); font-size: 14px; margin: 0 0 4px; }
figure.wide { margin: 14px 0 8px; }
svg { display: block; width: 100%; height: auto; font: 12px system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
svg.graph { margin: 0 auto; min-width: 560px; }
svg.heat { min-width: 720px; }
svg text { fill: var(--ink); }
.tick { font-size: 12px; fill: var(--quiet); }
.legend { font-size: 12px; }
.marked { font-weight: 700; fill: var(--bad); }
line.grid { stroke: var(--line); stroke-width: 1; }
line.axis { stroke: var(--quiet); stroke-width: 1; }
line.rule { stroke: var(--bad); stroke-width: 1.5; stroke-dasharray: 7 4; }
svg .rule-label { fill: var(--bad); font-size: 12px; paint-order: stroke; stroke: var(--ground); stroke-width: 4px; }
.alert-span { fill: var(--bad); } .fault-span { fill: var(--s5); }
svg.timeline { min-width: 720px; }
.shade { fill: var(--trough); opacity: .6; }
.series .line { fill: none; stroke-width: 1.8; stroke-linejoin: round; }
.series .marker { stroke: var(--ground); stroke-width: 1; }
.series .interval { stroke-width: 1.2; }
.s0 .line, .s0 .interval { stroke: var(--s0); } .s0 .marker { fill: var(--s0); }
.s1 .line, .s1 .interval { stroke: var(--s1); } .s1 .line { stroke-dasharray: 7 3; } .s1 .marker { fill: var(--s1); }
.s2 .line, .s2 .interval { stroke: var(--s2); } .s2 .line { stroke-dasharray: 2 3; } .s2 .marker { fill: var(--s2); }
.s3 .line, .s3 .interval { stroke: var(--s3); } .s3 .line { stroke-dasharray: 9 3 2 3; } .s3 .marker { fill: var(--s3); }
.s4 .line, .s4 .interval { stroke: var(--s4); } .s4 .line { stroke-dasharray: 4 2; } .s4 .marker { fill: var(--s4); }
.s5 .line, .s5 .interval { stroke: var(--s5); } .s5 .line { stroke-dasharray: 12 4; } .s5 .marker { fill: var(--s5); }
.h0 { fill: var(--h0); } .h1 { fill: var(--h1); } .h2 { fill: var(--h2); } .h3 { fill: var(--h3); } .h4 { fill: var(--h4); }
.h5 { fill: var(--h5); } .h6 { fill: var(--h6); } .h7 { fill: var(--h7); } .h8 { fill: var(--h8); } .h9 { fill: var(--h9); }
.edge { fill: none; stroke: var(--quiet); stroke-width: 1.4; }
.arrow { fill: var(--quiet); }
.box { fill: var(--raised); stroke: var(--line); stroke-width: 1.2; }
.bottleneck .box { stroke: var(--bad); stroke-width: 3; fill: var(--bad-ground); }
.badge { fill: var(--bad); }
svg .badge-text { fill: var(--ground); font-size: 12px; font-weight: 700; }
.icon { fill: none; stroke: var(--quiet); stroke-width: 1.4; stroke-linejoin: round; stroke-linecap: round; }
.type { font-size: 11px; fill: var(--quiet); }
.name { font-size: 13px; font-weight: 700; }
.figure { font-size: 11.5px; }
.edge-label { font-size: 11px; fill: var(--quiet); paint-order: stroke; stroke: var(--ground); stroke-width: 4px; }
.trough { fill: var(--trough); }
.cool { fill: var(--cool); } .warm { fill: var(--warm); } .hot { fill: var(--hot); }
.hatch { fill: none; stroke: var(--ground); stroke-width: 1.5; opacity: .55; }
.terms dt { font-weight: 600; margin-top: 8px; }
.terms dd { margin: 0 0 4px; color: var(--quiet); max-width: 90ch; }
details { margin-top: 12px; }
summary { cursor: pointer; color: var(--link); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
@media (max-width: 640px) {
  main { padding: 18px 14px 40px; }
  svg.chart { min-width: 460px; }
  h1 small { display: block; margin: 4px 0 0; }
}
@media print {
  :root { --ground: #ffffff; --raised: #f6f7f9; --ink: #000000; }
  body { font-size: 11pt; }
  main { max-width: none; padding: 0; }
  h2.point { break-before: page; border: 0; margin: 0; padding: 0; }
  figure, tr, .verdict, .card, .advice { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  .scroll, figure { overflow: visible; }
  .charts { grid-template-columns: 1fr 1fr; gap: 10px; }
  svg.graph, svg.heat { min-width: 0; }
  pre { white-space: pre-wrap; }
}
)css";

}  // namespace

std::string_view pageStyle() { return kStyle; }

}  // namespace headroom::report
