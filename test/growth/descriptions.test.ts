import { statedIn } from '#app/ingest/read-description.ts'
import { readsInLinearTime, upTo } from './reads-in-linear-time.ts'

readsInLinearTime(
  'the description of a product',
  {
    lines: (size) => upTo(size, '<li>Material: oak</li>'),
    'lines of other names': (size) => Array.from({ length: Math.ceil(size / 20) }, (_, nth) => `<p>Name ${nth}: value</p>`).join(''),
    rows: (size) => upTo(size, '<tr><td>Material</td><td>oak</td></tr>'),
    'nested tables': (size) => upTo(size, '<table><tr><td>'),
    'open tags': (size) => upTo(size, '<b><i><p>'),
    'closing tags': (size) => upTo(size, '</p></td></tr>'),
    'one line': (size) => upTo(size, 'Material '),
    colons: (size) => upTo(size, ': '),
    'spaces before a colon': (size) => `Material${upTo(size, ' ')}: oak`,
    'half a tag': (size) => upTo(size, '<'),
    'half an entity': (size) => upTo(size, '&am'),
    entities: (size) => upTo(size, '&nbsp;'),
    'a tag of many attributes': (size) => `<p ${upTo(size, 'a="b" ')}>`,
    'a comment that never ends': (size) => `<!--${upTo(size, '-')}`,
    'struck out': (size) => upTo(size, '<del>'),
  },
  statedIn,
)
