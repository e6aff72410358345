import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { serveMeasured } from './serve-measured.ts'

// The real program on its embedded default: encrypted SQLite file, every commit on disk before it is acknowledged.
// Only the limits differ, since one address sends here what a thousand people would.
const [dataFolder = ''] = process.argv.slice(2)
const app = await createApp(
  readConfig({
    DATA_DIR: dataFolder,
    LOG_LEVEL: 'error',
    SENDS_PER_CONVERSATION: '1000000',
    SENDS_PER_ADDRESS: '1000000',
    CONVERSATIONS_PER_ADDRESS: '1000000',
    REQUESTS_PER_ADDRESS: '10000000',
  }),
)
const { port } = await app.http.listen(0, '127.0.0.1')
serveMeasured(port, () => app.close())
