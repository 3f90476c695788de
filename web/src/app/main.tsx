import '@fontsource-variable/inter/index.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { AuditPage } from '../coverage/audit.page.tsx'
import { config } from 'zod'
import '../ui/ground.css'

// zod compiles its checks by `new Function` unless told not to; the content security policy forbids that.
config({ jitless: true })

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <AuditPage />
  </StrictMode>,
)
