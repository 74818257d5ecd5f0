/** Whether the web process of this container answers: the image's health check, by Node itself. */
try {
  const answer = await fetch(`http://127.0.0.1:${process.env['PORT'] ?? 3000}/healthz`, { signal: AbortSignal.timeout(4_000) })
  process.exitCode = answer.ok ? 0 : 1
} catch {
  process.exitCode = 1
}
export {}
