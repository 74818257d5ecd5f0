/** The names of the characters from U+00A0 on, in their order. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
const NAMED = new Map<string, string>([
  ...LATIN.split(' ').map((name, at): [string, string] => [name, String.fromCharCode(0xa0 + at)]),
  ...Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", OElig: 'Œ', oelig: 'œ', Scaron: 'Š', scaron: 'š', Yuml: 'Ÿ' }),
  ...Object.entries({ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', prime: '′' }),
  ...Object.entries({ Prime: '″', bull: '•', hellip: '…', euro: '€', trade: '™', comma: ',', semi: ';', vert: '|', num: '#' }),
])

const LAST = 0x10ffff
/** What could stand for a character, whether or not there is one of that name. */
const ENTITY = '&(?:#\\d{1,7}|#[xX][\\dA-Fa-f]{1,6}|[A-Za-z]{2,8}\\d{0,2});'
const every = new RegExp(ENTITY, 'g')
const here = new RegExp(ENTITY, 'y')

/** A text whose characters stand in it as HTML writes them; what stands for none is left as it is. */
export function readEntities(text: string): string {
  return text.includes('&') ? text.replace(every, (entity) => characterOf(entity) ?? entity) : text
}

/** Where the character that HTML writes at `at` ends; undefined where none is written there. */
export function endOfEntity(text: string, at: number): number | undefined {
  here.lastIndex = at
  const [entity] = here.exec(text) ?? []
  return entity !== undefined && characterOf(entity) !== undefined ? at + entity.length : undefined
}

function characterOf(entity: string): string | undefined {
  const name = entity.slice(1, -1)
  if (!name.startsWith('#')) return NAMED.get(name)
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= LAST ? String.fromCodePoint(code) : undefined
}
