import { describeBreakages, peren, twente } from '../breakage.ts'

describeBreakages('checkSources', [
  {
    title: 'a source that is not listed',
    file: peren,
    from: 'sources: [G2]',
    to: 'sources: [G2, G9]',
    rule: 'bron',
    at: 'sources: [G2, G9]',
  },
  {
    title: 'a source that nobody names',
    file: twente,
    from: 'answers:\n',
    to: "  - { id: T2, title: Over, url: 'https://example.org', date: onbekend }\nanswers:\n",
    rule: 'bron',
    at: '- { id: T2',
    severity: 'warning',
  },
  {
    title: 'a source without https',
    file: peren,
    from: 'https://example.org/peren',
    to: 'http://example.org/peren',
    rule: 'bron',
    at: 'http://example.org/peren',
  },
])
