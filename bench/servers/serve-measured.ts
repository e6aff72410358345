/**
 * The side of a measured server inside its own process: says where it listens, tells its CPU time when asked, and ends
 * when told.
 * @param port where it listens
 * @param close what to finish before the process ends
 */
export function serveMeasured(port: number, close: () => Promise<void> = async () => undefined): void {
  process.on('message', async (message) => {
    if (message === 'cpu') {
      const { user, system } = process.cpuUsage()
      process.send?.({ cpuMicroseconds: user + system })
    }
    if (message === 'stop') {
      await close()
      process.exit(0)
    }
  })
  process.send?.({ port })
}
