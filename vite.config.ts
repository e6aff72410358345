import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { defineConfig, type Plugin, runnerImport } from 'vite'

/**
 * Writes `chat.html` (and the same in other languages): the first HTML of the chat page with its style sheet and script inside. On a slow network each
 * further file costs as long as the whole page, and everything together is smaller than one photo.
 */
function chatPageTemplate(): Plugin {
  return {
    name: 'opstap-chat-page-template',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const files = Object.values(bundle)
        const script = files.find((file) => file.type === 'chunk' && file.name === 'chat')
        const style = files.find((file) => file.type === 'asset' && file.fileName.endsWith('.css'))
        if (script?.type !== 'chunk' || style?.type !== 'asset') {
          throw new Error('The chat page needs a script and a style sheet')
        }
        delete bundle[script.fileName]
        delete bundle[style.fileName]
        // Not a plain import: only this one reads tsconfig.json and so knows whose JSX it is.
        const { module } = await runnerImport<typeof import('./src/web/chat/page-template.tsx')>(
          './src/web/chat/page-template.tsx',
          { configFile: false },
        )
        const pages = module.renderPageTemplates({
          script: script.code.trim(),
          css: Buffer.from(style.source).toString().trim(),
        })
        for (const { fileName, source } of pages) this.emitFile({ type: 'asset', fileName, source })
      },
    },
  }
}

/** Writes a `.br` and a `.gz` beside each file with a hash in its name, compressed as far as it goes. */
function precompress(): Plugin {
  return {
    name: 'opstap-precompress',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (!file.fileName.startsWith('assets/')) continue
          const bytes = Buffer.from(file.type === 'chunk' ? file.code : file.source)
          const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
          this.emitFile({
            type: 'asset',
            fileName: `${file.fileName}.br`,
            source: brotliCompressSync(bytes, { params }),
          })
          this.emitFile({ type: 'asset', fileName: `${file.fileName}.gz`, source: gzipSync(bytes, { level: 9 }) })
        }
      },
    },
  }
}

/** Builds the pages of `src/web/` into `dist/web/`. */
export default defineConfig({
  plugins: [chatPageTemplate(), precompress()],
  publicDir: false,
  build: {
    outDir: 'dist/web',
    // Phones of five years old, with the browser they had then.
    target: ['es2020', 'chrome87', 'firefox78', 'safari14'],
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: { input: { chat: 'src/web/chat/main.tsx' } },
  },
})
