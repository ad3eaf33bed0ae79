/* global module */
// The rooms and who may enter which. Each rule carries the sentence a person gets when it fails.
const packages = (...names) => names.map((name) => `(^|/)node_modules/${name}/`)

module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'Business words only: no packages, no Node, no other room. Ask for it as a fact or a port.',
      severity: 'error',
      from: { path: '^domain/' },
      to: { pathNot: '^domain/' },
    },
    {
      name: 'dialogs-speak-no-channel',
      comment: 'A dialog that knows Slack cannot be said in Teams. Say it with a Reply.',
      severity: 'error',
      from: { path: '^dialogs/' },
      to: {
        pathNot: [
          '^dialogs/',
          '^domain/',
          ...packages('botbuilder-core', 'botbuilder-dialogs', 'zod', 'intl-messageformat', 'minisearch'),
        ],
      },
    },
    {
      name: 'vocabulary-stands-alone',
      comment: 'Adapters see the vocabulary; it may not drag the conversation in behind it.',
      severity: 'error',
      from: { path: '^dialogs/vocabulary/' },
      to: { path: '^dialogs/', pathNot: '^dialogs/vocabulary/' },
    },
    {
      name: 'adapters-keep-to-themselves',
      comment: 'What two adapters share belongs to a port or to the vocabulary.',
      severity: 'error',
      from: { path: '^adapters/([^/]+)/' },
      to: { path: '^adapters/', pathNot: '^adapters/($1|shared)/' },
    },
    {
      name: 'adapters-see-only-the-vocabulary',
      comment: 'An adapter renders what was said; it does not hold the conversation.',
      severity: 'error',
      from: { path: '^adapters/' },
      to: { path: '^dialogs/', pathNot: '^dialogs/vocabulary/' },
    },
    {
      name: 'nobody-imports-bot',
      comment: 'The composition stands above the rooms; asking it for something turns the house upside down.',
      severity: 'error',
      from: { pathNot: '^(bot|test)/' },
      to: { path: '^bot/' },
    },
    {
      name: 'no-test-code-in-product',
      comment: 'What product and test share belongs in the product.',
      severity: 'error',
      from: { path: '^(bot|adapters|dialogs|domain)/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-dev-dependencies-in-product',
      comment: 'A package the product runs on is a dependency, not a dev dependency.',
      severity: 'error',
      from: { path: '^(bot|adapters|dialogs|domain)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'] },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one idea in two places, or two ideas in one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'An import nobody can follow hides from every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)node_modules/.*/node_modules/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
