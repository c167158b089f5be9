import type { Grammar, Span } from './tokenizeLine.ts';

interface Family {
  readonly languages: string;
  readonly keywords: string;
  readonly comments?: readonly string[];
  readonly spans?: readonly Span[];
  readonly quotes?: string;
  readonly ignoresCase?: boolean;
  readonly hasTags?: boolean;
}

const BLOCK: Span = { kind: 'comment', open: '/*', close: '*/' };
const MARKUP: Span = { kind: 'comment', open: '<!--', close: '-->' };
const C = 'break case continue default do else for goto if return switch while void null true false';
const OOP = `${C} class enum extends final import interface new package private protected public static super this throw try catch finally abstract`;

/** Languages by what they share. One is enough for colours; a compiler needs more. */
const FAMILIES: readonly Family[] = [
  {
    languages: 'js jsx mjs cjs javascript ts tsx mts cts typescript json json5 jsonc',
    keywords: `${OOP} as async await const debugger declare delete export from function get implements in instanceof is keyof let namespace of readonly satisfies set type typeof undefined unknown never any string number boolean var with yield`,
    comments: ['//'],
    spans: [BLOCK, { kind: 'string', open: '`', close: '`' }],
  },
  {
    languages: 'c h cpp cc cxx hpp c++ objc arduino cuda',
    keywords: `${OOP} auto bool char const constexpr delete double explicit extern float friend inline int long namespace nullptr operator override register short signed sizeof struct template typedef typename union unsigned using virtual volatile #include #define #if #ifdef #ifndef #else #endif #pragma`,
    comments: ['//'],
    spans: [BLOCK],
  },
  {
    languages: 'java kotlin kt scala groovy cs csharp c# dart php swift',
    keywords: `${OOP} as async await bool boolean byte char const data double echo extension fallthrough float foreach fun func function guard implements in init inout int internal is lateinit let long match namespace nil not object open operator out override protocol record sealed self short string struct suspend throws trait typealias use using val var virtual when where yield`,
    comments: ['//', '#'],
    spans: [BLOCK],
  },
  {
    languages: 'go golang rust rs zig',
    keywords: `${C} as async await bool chan const crate defer dyn enum error extern fallthrough float32 float64 fn func go i32 i64 impl import in int interface let loop make map match mod move mut nil package pub range ref select self static str string struct super trait type u8 u32 u64 unsafe use usize var where`,
    comments: ['//'],
    spans: [BLOCK, { kind: 'string', open: '`', close: '`' }],
    quotes: '"',
  },
  {
    languages: 'py python python3 gyp',
    keywords:
      'False None True and as assert async await break case class continue def del elif else except finally for from global if import in is lambda match nonlocal not or pass raise return self try while with yield',
    comments: ['#'],
    spans: [
      { kind: 'string', open: '"""', close: '"""' },
      { kind: 'string', open: "'''", close: "'''" },
    ],
  },
  {
    languages: 'rb ruby perl pl r julia jl elixir ex',
    keywords:
      'alias and begin break case class def defmodule do else elsif end ensure false fn for foreach function global if import in let local macro module my next nil not or our package quote redo require rescue retry return self struct sub super then true try undef unless until use using when where while yield',
    comments: ['#'],
  },
  {
    languages: 'sh bash zsh shell fish console powershell ps1 dockerfile docker makefile make cmake',
    keywords:
      'alias break case cd continue declare do done echo elif else esac eval exec exit export fi for function if in local read return set shift source sudo then trap unset until while FROM RUN CMD LABEL EXPOSE ENV ADD COPY ENTRYPOINT VOLUME USER WORKDIR ARG',
    comments: ['#'],
  },
  {
    languages: 'yaml yml toml ini properties conf env',
    keywords: 'true false null yes no on off',
    comments: ['#', ';'],
  },
  {
    languages: 'sql mysql postgresql postgres plsql sqlite',
    keywords:
      'add all alter and any as asc between by case check column constraint create cross database default delete desc distinct drop else end exists foreign from full group having if in index inner insert into is join key left like limit not null offset on or order outer over partition primary references returning right select set table then union unique update using values view when where with',
    comments: ['--', '#'],
    spans: [BLOCK],
    ignoresCase: true,
  },
  {
    languages: 'lua haskell hs elm ada vhdl',
    keywords:
      'and break case class data deriving do else elseif end false for function goto if import in instance let local module nil not of or repeat return then true type until where while',
    comments: ['--'],
    spans: [
      { kind: 'comment', open: '--[[', close: ']]' },
      { kind: 'comment', open: '{-', close: '-}' },
    ],
  },
  {
    languages: 'css scss sass less',
    keywords: '@media @import @layer @supports @keyframes @font-face @use @mixin @include @extend important',
    spans: [BLOCK],
  },
  {
    languages: 'html xml svg vue svelte xhtml mathml markup',
    keywords: '',
    spans: [MARKUP],
    quotes: '"',
    hasTags: true,
  },
];

/** The grammar of a language, by the name after a fence. */
export function findGrammar(language: string): Grammar | undefined {
  const name = language.toLowerCase();
  const family = FAMILIES.find(({ languages }) => languages.split(' ').includes(name));
  return family && createGrammar(family);
}

function createGrammar({
  keywords,
  comments = [],
  spans = [],
  quotes = `"'`,
  ignoresCase = false,
  hasTags = false,
}: Family): Grammar {
  const words = new Set(keywords.split(' '));
  const strings = Array.from(quotes, (quote) => `${quote}(?:[^${quote}\\\\]|\\\\.)*${quote}?`);
  const parts = [
    // The longest first: a span may start like a comment.
    ...(spans.length > 0 ? [`(?<span>${spans.map(({ open }) => escape(open)).join('|')})`] : []),
    ...(comments.length > 0 ? [`(?<comment>(?:${comments.map((mark) => `${escape(mark)}`).join('|')}).*)`] : []),
    `(?<string>${strings.join('|')})`,
    ...(hasTags ? ['(?<tag><\\/?[\\w:-]+|\\/?>)'] : []),
    '(?<number>(?<![\\p{L}\\p{N}_$])\\d[\\w.]*)',
    '(?<word>@[\\w-]+|#?[\\p{L}_$][\\p{L}\\p{N}_$]*)',
  ];
  return {
    pattern: new RegExp(parts.join('|'), 'gu'),
    spans,
    isKeyword: (word) => words.has(ignoresCase ? word.toLowerCase() : word),
  };
}

function escape(text: string): string {
  return text.replaceAll(/[/\\^$*+?.()|[\]{}]/g, '\\$&');
}
