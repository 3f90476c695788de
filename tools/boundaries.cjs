// The order of the house, as rules for dependency-cruiser. The lists come from chapters.mjs; nothing is repeated here.
// `tools/boundaries.test.ts` commits one violation of each rule on purpose and sees it refused.
const { chapters, technologyChapters, packages } = require('./chapters.mjs')

const any = (names) => `(?:${names.join('|')})`

/** A package may import those it stands on, never back. */
const packageDirection = Object.entries(packages).map(([name, below]) => ({
  name: `package-${name}-looks-down`,
  comment: `${name} may import ${below.length === 0 ? 'no other package' : below.join(', ')} only.`,
  severity: 'error',
  from: { path: `^${name}/src/` },
  to: {
    path: `^${any(Object.keys(packages).filter((other) => other !== name && !below.includes(other)))}/`,
  },
}))

/** A chapter of the domain may import earlier ones only, so that cycles cannot exist. */
const chapterOrder = chapters.map((chapter, index) => ({
  name: `chapter-${chapter}-looks-back`,
  comment: `domain/src/${chapter} may import earlier chapters only (tools/chapters.mjs).`,
  severity: 'error',
  from: { path: `^domain/src/${chapter}/` },
  to: { path: `^domain/src/(?!${any(chapters.slice(0, index + 1))}/)` },
}))

module.exports = {
  forbidden: [
    ...packageDirection,
    ...chapterOrder,
    {
      name: 'chapter-is-listed',
      comment: 'A folder of domain/src takes its place in tools/chapters.mjs first.',
      severity: 'error',
      from: {},
      to: { path: `^domain/src/(?!${any(chapters)}/)` },
    },
    {
      name: 'server-chapter-is-listed',
      comment: 'A folder of server/src is app, a chapter, or a technology chapter.',
      severity: 'error',
      from: {},
      to: { path: `^server/src/(?!${any(['app', ...chapters, ...technologyChapters])}/)` },
    },
    {
      name: 'domain-is-pure',
      comment: 'The domain runs in server, browser and command line: no built-in module of Node.',
      severity: 'error',
      from: { path: '^domain/src/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'domain-libraries',
      comment: 'Only pure libraries: a new one is named here by decision.',
      severity: 'error',
      from: { path: '^domain/src/', pathNot: '\\.test\\.ts$' },
      to: {
        path: 'node_modules/',
        pathNot: 'node_modules/(?:zod|@noble/hashes|fast-json-patch|rfc6902)/',
      },
    },
    {
      name: 'store-is-private',
      comment: "A slice asks another slice's read model, never its store.",
      severity: 'error',
      from: { path: '^server/src/([^/]+)/' },
      to: { path: '^server/src/([^/]+)/.*\\.store\\.ts$', pathNot: '^server/src/$1/' },
    },
    {
      name: 'no-cycle',
      comment: 'Two files that need each other mean that a third is missing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\.css$' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    preserveSymlinks: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
}
