// The server's entry point: compiled code is kept between starts, which halves the time until it serves; then everything
// starts, and a signal stops it.
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

enableCompileCache(fileURLToPath(new URL('../../../.cache/compiled', import.meta.url)))
const { serve } = await import('./serve.ts')
await serve(process.env)
