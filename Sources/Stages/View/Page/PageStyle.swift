/// How a page looks and behaves: the same for every report, so that its security policy can name it
/// by digest.
enum PageStyle {
  /// Sources beyond these many share a colour with an earlier one; numbers tell them apart.
  static let hues = 6
  /// Attributions of one passage beyond these many light up together with an earlier one.
  static let localNames = 16
  /// Layers of content that differ in shade.
  static let depths = 3

  static let styleDigest: StaticString =
    "sha256-h9BDtX8WBLlOsYGNOebo7SJ4NZNrOH7XgO8x4FCwwOs="
  static let scriptDigest: StaticString =
    "sha256-47XmcxXnwhlktE+ZYm7DDy+YN8fZL5oL+MB3d0nvtUs="

  static let style: StaticString = """
    :root {
    --paper: #fdfcf9; --ink: #1b1a17; --soft: #57534b; --line: #d9d3c5;
    --h0: #0b5c8f; --h1: #9a3412; --h2: #0f6b4f; --h3: #86198f; --h4: #5b5f00; --h5: #4338ca;
    }
    @media (prefers-color-scheme: dark) {
    :root {
    --paper: #171613; --ink: #e8e4da; --soft: #aaa497; --line: #3a372f;
    --h0: #7cc4f4; --h1: #f7a072; --h2: #6fd0ae; --h3: #eba4ea; --h4: #cfd06a; --h5: #b3b5ff;
    }
    }
    @media print {
    :root {
    --paper: #fff; --ink: #000; --soft: #333; --line: #999;
    --h0: #0b5c8f; --h1: #9a3412; --h2: #0f6b4f; --h3: #86198f; --h4: #5b5f00; --h5: #4338ca;
    }
    }
    .h0 { --h: var(--h0); } .h1 { --h: var(--h1); } .h2 { --h: var(--h2); }
    .h3 { --h: var(--h3); } .h4 { --h: var(--h4); } .h5 { --h: var(--h5); }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; scroll-padding: 4rem; }
    body {
    margin: 0; padding: 2.5rem 0 5rem; background: var(--paper); color: var(--ink);
    font: 1.125rem/1.7 Charter, "Bitstream Charter", "Iowan Old Style", Georgia, "Noto Serif", serif;
    }
    header, main, .sources, footer { max-width: 68rem; margin: 0 auto; padding: 0 1.25rem; }
    .from, .key, .legend, .notes, .sources, footer, .caption, .credit {
    font-family: system-ui, "Noto Sans", sans-serif;
    }
    header { margin-bottom: 1.6rem; }
    .from { margin: 0 0 .35rem; font-size: .9rem; color: var(--soft); }
    .key { margin: 0; padding-bottom: .9rem; font-size: .9rem; color: var(--soft);
    border-bottom: 1px solid var(--line); --h: var(--h0); }
    .legend { display: inline-block; margin-left: .75rem; color: var(--ink); }
    .legend > b, .legend > i { margin-right: .6rem; }
    .legend sup { font-size: .7em; font-weight: 700; color: var(--h); line-height: 1; }
    h1 { font-size: clamp(1.6rem, 5vw, 2.35rem); line-height: 1.25; letter-spacing: -.01em; }
    h2 { font-size: 1.25rem; line-height: 1.35; }
    .row { display: grid; grid-template-columns: minmax(0, 40rem) minmax(0, 1fr); column-gap: 3rem; }
    .text { margin: 0 0 1.1em; overflow-wrap: anywhere; unicode-bidi: isolate; white-space: normal; }
    h1.text { margin-bottom: .5em; }
    .deck { font-size: 1.2rem; color: var(--soft); }
    .caption, .credit { font-size: .875rem; line-height: 1.5; color: var(--soft); }
    .caption { border-left: 3px solid var(--line); padding-left: .8rem; }
    blockquote.text { margin-left: 0; padding-left: 1.2rem; border-left: 3px solid var(--line); }
    .item { display: list-item; margin-left: 1.3rem; }
    .c { background: color-mix(in srgb, var(--h) 9%, transparent); }
    .d2 { background: color-mix(in srgb, var(--h) 17%, transparent); }
    .d3 { background: color-mix(in srgb, var(--h) 25%, transparent); }
    .c { padding: .12em 0; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
    .open::before, .close::before { color: var(--h); font-weight: 700; font-style: normal; }
    .open::before { content: "["; margin-right: .06em; }
    .close::before { content: "]"; margin-left: .06em; }
    .s { font-weight: 650; text-decoration: underline solid var(--h) 2px; text-underline-offset: .22em; }
    .u { font-style: italic; text-decoration: underline dotted var(--h) 2px;
    text-underline-offset: .22em; }
    .s.u { text-decoration-style: double; }
    .n {
    padding: .35em .28em; color: var(--h); font: 700 .66em/1 system-ui, "Noto Sans", sans-serif;
    vertical-align: .45em; text-decoration: none; -webkit-user-select: none; user-select: none;
    }
    .layers { margin: .9rem 0 0; padding: .1rem 0 .3rem; border: 0; font: .9rem/1.5 system-ui, "Noto Sans",
    sans-serif; color: var(--soft); }
    .layers legend { float: left; margin-right: .9rem; padding: .3rem 0; }
    .layers label { display: inline-block; margin-right: 1.1rem; padding: .3rem 0; cursor: pointer; }
    .layers input { width: 1.1rem; height: 1.1rem; margin: 0 .15rem 0 0; vertical-align: -.15em;
    accent-color: var(--ink); }
    .sample { margin-right: .2em; color: var(--ink); }
    .tag { display: none; margin: 0 .15em 0 .1em; padding: 0 .35em; border: 1px solid var(--line);
    border-radius: 3px; background: var(--paper); color: var(--soft);
    font: 600 .7rem/1.5 system-ui, "Noto Sans", sans-serif; vertical-align: .25em; text-decoration: none;
    letter-spacing: 0; -webkit-user-select: none; user-select: none; }
    body:has(#show-t:checked) .tag.t, body:has(#show-e:checked) .tag.e,
    body:has(#show-l:checked) .tag.l, body:has(#show-x:checked) .tag.x,
    body:has(#show-v:checked) .tag.v { display: inline-block; }
    .sample.t, body:has(#show-t:checked) .m.t {
    text-decoration: overline solid var(--ink) 2px; }
    .sample.e, body:has(#show-e:checked) .m.e { box-shadow: 0 0 0 1.5px var(--h0); border-radius: 2px; }
    .sample.l, body:has(#show-l:checked) .m.l { outline: 2px dashed var(--h2); outline-offset: 1px; }
    .sample.x, body:has(#show-x:checked) .m.x { border-bottom: 3px double var(--h1); }
    .sample.v, body:has(#show-v:checked) .m.v { border-bottom: 3px dotted var(--h3); }
    .tag.t { border-color: var(--ink); color: var(--ink); }
    .tag.e { border-color: var(--h0); color: var(--h0); }
    .tag.l { border: 1px dashed var(--h2); color: var(--h2); }
    .tag.x { border: 0; border-bottom: 2px double var(--h1); color: var(--h1); }
    .tag.v { border: 1px dotted var(--h3); color: var(--h3); }
    .at:target > .m, .at:target > .at > .m, .at:target > .at > .at > .m {
    background: color-mix(in srgb, var(--ink) 22%, var(--paper));
    outline: 2px solid var(--ink); outline-offset: 1px; }
    .notes { list-style: none; margin: .35rem 0 1rem; padding: 0; font-size: .8125rem;
    line-height: 1.4; color: var(--soft); }
    .note { position: relative; margin: 0 0 .3rem; padding: .1rem .6rem; border-left: 3px solid var(--h);
    overflow-wrap: anywhere; }
    .note b { color: var(--ink); font-weight: 650; }
    .note .num { color: var(--h); font-weight: 700; text-decoration: none; }
    .note .act { font-style: italic; }
    .note .deny { font-weight: 650; color: var(--ink); text-decoration: underline; }
    .note .in { white-space: nowrap; }
    .note .in::before { content: "· "; }
    .note .back { display: none; }
    .more { display: none; }
    .more p { margin: .15rem 0; }
    .chain { color: var(--ink); }
    .row:has(.k0:is(:hover,:focus,:target)) .k0,
    .row:has(.k1:is(:hover,:focus,:target)) .k1,
    .row:has(.k2:is(:hover,:focus,:target)) .k2,
    .row:has(.k3:is(:hover,:focus,:target)) .k3,
    .row:has(.k4:is(:hover,:focus,:target)) .k4,
    .row:has(.k5:is(:hover,:focus,:target)) .k5,
    .row:has(.k6:is(:hover,:focus,:target)) .k6,
    .row:has(.k7:is(:hover,:focus,:target)) .k7,
    .row:has(.k8:is(:hover,:focus,:target)) .k8,
    .row:has(.k9:is(:hover,:focus,:target)) .k9,
    .row:has(.k10:is(:hover,:focus,:target)) .k10,
    .row:has(.k11:is(:hover,:focus,:target)) .k11,
    .row:has(.k12:is(:hover,:focus,:target)) .k12,
    .row:has(.k13:is(:hover,:focus,:target)) .k13,
    .row:has(.k14:is(:hover,:focus,:target)) .k14,
    .row:has(.k15:is(:hover,:focus,:target)) .k15 {
    color: var(--ink); background: color-mix(in srgb, var(--h) 27%, var(--paper));
    }
    .row:has(.at.q0:target) .m.q0,
    .row:has(.at.q1:target) .m.q1,
    .row:has(.at.q2:target) .m.q2,
    .row:has(.at.q3:target) .m.q3,
    .row:has(.at.q4:target) .m.q4,
    .row:has(.at.q5:target) .m.q5,
    .row:has(.at.q6:target) .m.q6,
    .row:has(.at.q7:target) .m.q7,
    .row:has(.at.q8:target) .m.q8,
    .row:has(.at.q9:target) .m.q9,
    .row:has(.at.q10:target) .m.q10,
    .row:has(.at.q11:target) .m.q11,
    .row:has(.at.q12:target) .m.q12,
    .row:has(.at.q13:target) .m.q13,
    .row:has(.at.q14:target) .m.q14,
    .row:has(.at.q15:target) .m.q15 {
    background: color-mix(in srgb, var(--ink) 22%, var(--paper));
    }
    @media screen {
    .row:has(.k0:is(:hover,:focus,:focus-within,:target)) .note.k0 .more,
    .row:has(.k1:is(:hover,:focus,:focus-within,:target)) .note.k1 .more,
    .row:has(.k2:is(:hover,:focus,:focus-within,:target)) .note.k2 .more,
    .row:has(.k3:is(:hover,:focus,:focus-within,:target)) .note.k3 .more,
    .row:has(.k4:is(:hover,:focus,:focus-within,:target)) .note.k4 .more,
    .row:has(.k5:is(:hover,:focus,:focus-within,:target)) .note.k5 .more,
    .row:has(.k6:is(:hover,:focus,:focus-within,:target)) .note.k6 .more,
    .row:has(.k7:is(:hover,:focus,:focus-within,:target)) .note.k7 .more,
    .row:has(.k8:is(:hover,:focus,:focus-within,:target)) .note.k8 .more,
    .row:has(.k9:is(:hover,:focus,:focus-within,:target)) .note.k9 .more,
    .row:has(.k10:is(:hover,:focus,:focus-within,:target)) .note.k10 .more,
    .row:has(.k11:is(:hover,:focus,:focus-within,:target)) .note.k11 .more,
    .row:has(.k12:is(:hover,:focus,:focus-within,:target)) .note.k12 .more,
    .row:has(.k13:is(:hover,:focus,:focus-within,:target)) .note.k13 .more,
    .row:has(.k14:is(:hover,:focus,:focus-within,:target)) .note.k14 .more,
    .row:has(.k15:is(:hover,:focus,:focus-within,:target)) .note.k15 .more {
    display: block;
    }
    }
    @media screen and (min-width: 60rem) {
    .more {
    position: absolute; z-index: 1; top: 100%; left: -3px; right: 0; padding: .3rem .6rem .5rem;
    background: color-mix(in srgb, var(--h) 27%, var(--paper)); color: var(--ink);
    border-left: 3px solid var(--h); border-radius: 0 0 6px 0;
    }
    }
    @media screen and (max-width: 59.99rem) {
    body { padding-top: 1.25rem; font-size: 1.0625rem; }
    .row { display: block; }
    .legend { display: block; margin: .3rem 0 0; }
    .notes { margin: 0; }
    .note { display: none; }
    .note:target, .note:focus-within,
    .row:has(.n.k0:focus) .note.k0,
    .row:has(.n.k1:focus) .note.k1,
    .row:has(.n.k2:focus) .note.k2,
    .row:has(.n.k3:focus) .note.k3,
    .row:has(.n.k4:focus) .note.k4,
    .row:has(.n.k5:focus) .note.k5,
    .row:has(.n.k6:focus) .note.k6,
    .row:has(.n.k7:focus) .note.k7,
    .row:has(.n.k8:focus) .note.k8,
    .row:has(.n.k9:focus) .note.k9,
    .row:has(.n.k10:focus) .note.k10,
    .row:has(.n.k11:focus) .note.k11,
    .row:has(.n.k12:focus) .note.k12,
    .row:has(.n.k13:focus) .note.k13,
    .row:has(.n.k14:focus) .note.k14,
    .row:has(.n.k15:focus) .note.k15 {
    display: block; position: fixed; z-index: 2; left: 0; right: 0; bottom: 0; margin: 0;
    padding: .9rem 4.5rem 1.2rem 1rem; font-size: .95rem; background: var(--paper);
    border-left: 6px solid var(--h); border-top: 1px solid var(--line);
    box-shadow: 0 -6px 24px rgb(0 0 0 / .25);
    }
    .note:target .more, .note:focus-within .more { display: block; }
    .note .back { display: block; position: absolute; top: .5rem; right: .75rem; padding: .4rem; }
    }
    .sources { margin-top: 2.5rem; font-size: .9375rem; line-height: 1.5; }
    .sources h2 { padding-top: 1.2rem; border-top: 1px solid var(--line); font-size: 1rem; }
    .sources ul { list-style: none; margin: 0; padding: 0; max-width: 46rem; }
    .sources li { margin: 0 0 .5rem; padding-left: .6rem; border-left: 3px solid var(--h);
    overflow-wrap: anywhere; }
    .records { max-width: 68rem; margin: 2rem auto 0; padding: 0 1.25rem;
    font: .9375rem/1.5 system-ui, "Noto Sans", sans-serif; }
    .records h2 { padding-top: 1.2rem; border-top: 1px solid var(--line); font-size: 1rem; }
    .records ul { list-style: none; margin: 0; padding: 0; max-width: 46rem; }
    .records li { margin: 0 0 .5rem; padding-left: 3.2rem; text-indent: -3.2rem; overflow-wrap: anywhere; }
    .records li:target { background: color-mix(in srgb, var(--ink) 12%, var(--paper));
    outline: 2px solid var(--ink); outline-offset: 3px; }
    .records .num { display: inline-block; min-width: 2.8rem; padding: .05rem .25rem .05rem 0;
    text-indent: 0; color: var(--soft); font-weight: 650; }
    .grade { display: inline-block; padding: 0 .4em; border: 1.5px solid var(--ink); border-radius: 3px;
    font-size: .8125rem; text-indent: 0; }
    .g3 { background: var(--ink); color: var(--paper); }
    .g2 { border-style: solid; }
    .g1 { border-style: dashed; }
    .g0 { border-style: dotted; }
    .links a { display: inline-block; min-width: 1.5rem; padding: .05rem .25rem; text-align: center;
    color: var(--h); font-weight: 650; }
    a { color: inherit; }
    :focus-visible { outline: 3px solid var(--h, currentColor); outline-offset: 2px; }
    footer { margin-top: 2rem; font-size: .8125rem; color: var(--soft); overflow-wrap: anywhere; }
    .warning { color: var(--ink); }
    @media print {
    body { padding: 0; font-size: 10.5pt; line-height: 1.5; }
    .row { grid-template-columns: minmax(0, 1fr) 5.2cm; column-gap: .7cm; break-inside: avoid; }
    .notes { font-size: 8pt; }
    .links { display: none; }
    }
    """

  /// For comfort only: a tap on marked words opens their note, Escape closes it.
  static let script: StaticString = #"""
    document.addEventListener("click", event => {
    const mark = event.target.closest(".m");
    if (!mark || event.target.closest("a") || String(getSelection())) return;
    const name = [...mark.classList].filter(name => /^k\d/.test(name)).pop();
    mark.closest(".row").querySelector(".n." + name)?.focus({ preventScroll: true });
    });
    document.addEventListener("keydown", event => {
    if (event.key !== "Escape") return;
    document.activeElement?.blur();
    document.querySelector(".note:target .back")?.click();
    document.activeElement?.blur();
    });
    """#
}
