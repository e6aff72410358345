import { expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { strings as texts } from '../../src/web/chat/strings.ts'
import { takeFaultyPage, type Visit } from './faulty-page.ts'
import { findViolations } from './find-violations.ts'
import { greeting } from './sample-bot.ts'

const strings = texts.nl

const { inBrowser, visit } = await takeFaultyPage()

const box = (page: Page) => page.getByRole('textbox', { name: strings.message })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const bubble = (page: Page, text: string | RegExp) =>
  page.getByRole('log').getByRole('listitem').filter({ hasText: text })

async function say(page: Page, text: string): Promise<void> {
  await box(page).fill(text)
  await page.keyboard.press('Enter')
}

inBrowser('the chat page, at first sight', () => {
  it('shows greeting, buttons, help and a box without its script, and stores nothing', async () => {
    await visit(
      async ({ page, server }) => {
        for (const text of greeting.texts) await expect(bubble(page, text).count()).resolves.toBe(1)
        await expect(page.getByRole('link', { name: '113' }).first().getAttribute('href')).resolves.toBe('tel:113')
        await expect(page.locator('.no-script').isVisible()).resolves.toBe(true)
        await expect(box(page).isVisible()).resolves.toBe(true)
        expect(server.counts).toEqual({ tokens: 0, conversations: 0, sockets: 0, polls: 0 })
      },
      { javaScriptEnabled: false },
    )
  })

  it('leaves the markup of the server as it is, and begins no conversation before somebody does something', async () => {
    await visit(async ({ page, server }) => {
      const first = await page.request.get(server.url).then((response) => response.text())
      const served = /<div id="app">(.*?)<\/div>\n<script/s.exec(first)?.[1]
      // Drawn by the browser, because it writes attributes and closing tags its own way.
      const parsed = await page.evaluate((html) => {
        const holder = document.createElement('div')
        holder.innerHTML = html ?? ''
        return holder.innerHTML
      }, served)
      await page.waitForFunction(() => document.documentElement.dataset.textSize !== undefined)
      expect(await page.locator('#app').innerHTML()).toBe(parsed)
      expect(await page.evaluate(() => [sessionStorage.length, localStorage.length, document.cookie])).toEqual([
        0,
        0,
        '',
      ])
      expect(server.counts).toEqual({ tokens: 0, conversations: 0, sockets: 0, polls: 0 })
    })
  })

  it('weighs at most 25 KB up to the first words', async () => {
    await visit(async ({ page }) => {
      const sizes = await page.evaluate(() =>
        [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(
          (entry) => (entry as PerformanceResourceTiming).encodedBodySize,
        ),
      )
      expect(sizes.length).toBe(1)
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(25 * 1024)
    })
  })
})

inBrowser('the chat page, in a conversation', () => {
  it('answers what is typed, keeps the focus in the box and shows it again after a reload', async () => {
    await visit(async ({ page, server }) => {
      await say(page, 'hallo')
      await bubble(page, 'Je zei: hallo').waitFor()
      await expect(box(page).evaluate((field) => field === document.activeElement)).resolves.toBe(true)
      await page.reload()
      await bubble(page, 'Je zei: hallo').waitFor()
      await say(page, 'nog eens')
      await bubble(page, 'Je zei: nog eens').waitFor()
      await expect(bubble(page, greeting.texts[0] ?? '').count()).resolves.toBe(1)
      expect(server.counts.conversations).toBe(1)
    })
  })

  it('sends a button as a message, and goes on from there by keyboard', async () => {
    await visit(async ({ page, server }) => {
      await button(page, 'Mijn uitkering').focus()
      await page.keyboard.press('Enter')
      await bubble(page, 'Is je zorg nu kleiner?').waitFor()
      await expect(button(page, 'Kan ik terugkomen?').count()).resolves.toBe(0)
      await expect(page.evaluate(() => document.activeElement?.textContent)).resolves.toContain('Mijn uitkering')
      // The next stop is the link in the answer, then the row under it.
      for (let stops = 0; stops < 2; stops++) await page.keyboard.press('Tab')
      await expect(page.evaluate(() => document.activeElement?.textContent)).resolves.toBe('Makkelijker')
      await page.keyboard.press('Enter')
      await bubble(page, 'Je houdt je geld.').waitFor()
      expect(server.received.map(({ text, value }) => ({ text, value }))).toEqual([
        { text: 'Mijn uitkering', value: undefined },
        { text: 'Makkelijker', value: { explain: 'makkelijker', topic: 'uitkering', step: 'bijstand' } },
      ])
    })
  })

  it('goes through a topic with the keyboard alone, from the top of the page', async () => {
    await visit(async ({ page }) => {
      const names: string[] = []
      for (let stops = 0; stops < 20; stops++) {
        await page.keyboard.press('Tab')
        const name = await page.evaluate(
          () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
        )
        names.push(name)
        if (name === 'Mijn uitkering') break
      }
      expect(names).toEqual([
        strings.skipToInput,
        strings.menu,
        strings.human,
        '112',
        '113',
        'De Luisterlijn',
        strings.conversation,
        'Kan ik terugkomen?',
        'Mijn uitkering',
      ])
      await page.keyboard.press('Enter')
      await bubble(page, 'Is je zorg nu kleiner?').waitFor()
      let name: string | null | undefined
      for (let stops = 0; stops < 12 && name !== 'Een beetje'; stops++) {
        await page.keyboard.press('Tab')
        name = await page.evaluate(() => document.activeElement?.textContent)
      }
      await page.keyboard.press('Space')
      await bubble(page, 'Je zei: Een beetje').waitFor()
    })
  })

  it('makes links of https addresses of the bot, and nothing but text of what the person writes', async () => {
    await visit(async ({ page }) => {
      await say(page, '<img src=x onerror=alert(1)> https://www.voorbeeld.nl/van-mij')
      const mine = page.locator('.message[data-from=user]')
      await expect(mine.locator('.text').textContent()).resolves.toBe(
        '<img src=x onerror=alert(1)> https://www.voorbeeld.nl/van-mij',
      )
      await expect(mine.getByRole('link').count()).resolves.toBe(0)
      await say(page, 'mijn uitkering')
      const link = bubble(page, 'Lees meer op').getByRole('link')
      await link.waitFor()
      await expect(link.getAttribute('href')).resolves.toBe('https://www.voorbeeld.nl/uitkering')
      await expect(link.getAttribute('rel')).resolves.toBe('noopener noreferrer')
    })
  })

  it('keeps the numbers of a crisis message in its frame, and the box open', async () => {
    await visit(async ({ page }) => {
      await say(page, 'ik wil niet meer leven')
      const crisis = page.locator('[data-kind=crisis]')
      await crisis.getByRole('link', { name: '113 bellen' }).waitFor()
      await say(page, 'hoi')
      await bubble(page, 'Je zei: hoi').waitFor()
      const call = crisis.getByRole('link', { name: '113 bellen' })
      await expect(call.getAttribute('href')).resolves.toBe('tel:113')
      expect((await call.boundingBox())?.height).toBeGreaterThanOrEqual(44)
      await expect(
        page.getByRole('navigation', { name: strings.helpNowLabel }).getByRole('link', { name: '113' }).isVisible(),
      ).resolves.toBe(true)
    })
  })

  it('says everything new once to a screen reader', async () => {
    await visit(async ({ page }) => {
      await page.evaluate(() => {
        const said: string[] = []
        Object.assign(window, { said })
        const region = document.querySelector('[role=status]')
        if (region !== null)
          new MutationObserver(() => said.push(region.textContent ?? '')).observe(region, {
            childList: true,
            characterData: true,
            subtree: true,
          })
      })
      await say(page, 'hallo')
      await page.waitForFunction(() => (window as unknown as { said: string[] }).said.join().includes('Je zei'))
      const said = await page.evaluate(() => (window as unknown as { said: string[] }).said.join(' | '))
      expect(said.match(/Je zei: hallo/g)).toHaveLength(1)
      expect(said).toContain(strings.messageSent)
      expect(said).not.toContain(greeting.texts[0])
      await expect(page.getByRole('log').getAttribute('aria-live')).resolves.toBe('off')
    })
  })

  it('says calmly that it looks for the answer, without dots that move', async () => {
    await visit(async ({ page, server }) => {
      server.faults.isSilent = true
      await say(page, 'hallo')
      await page.locator('.lines').getByText(strings.looking).waitFor()
    })
  })

  it('erases the conversation', async () => {
    await visit(async ({ page }) => {
      await say(page, 'geheim')
      await bubble(page, 'Je zei: geheim').waitFor()
      await button(page, strings.menu).click()
      await button(page, strings.erase).click()
      await bubble(page, 'Alles is weg.').waitFor()
      await expect(bubble(page, 'geheim').count()).resolves.toBe(0)
    })
  })

  it('lets a long message grow, counts down near its end and does not lose what is too long', async () => {
    await visit(async ({ page, server }) => {
      const before = (await box(page).boundingBox())?.height ?? 0
      await box(page).fill('woord '.repeat(310))
      await page.getByText('Nog 140 tekens over.').waitFor()
      expect((await box(page).boundingBox())?.height).toBeGreaterThan(before * 1.5)
      await box(page).fill('x'.repeat(2001))
      await page.keyboard.press('Enter')
      await page.getByText('Je bericht is 1 tekens te lang.').waitFor()
      await expect(box(page).inputValue()).resolves.toHaveLength(2001)
      expect(server.received).toEqual([])
      await box(page).fill('een')
      await page.keyboard.press('Shift+Enter')
      await page.keyboard.type('twee')
      await page.keyboard.press('Enter')
      await bubble(page, 'Je zei').waitFor()
      expect(server.received[0]?.text).toBe('een\ntwee')
    })
  })

  it('can be used with buttons only, until the tab is closed', async () => {
    await visit(async ({ page }) => {
      await button(page, strings.menu).click()
      await page.getByLabel(strings.buttonsOnly).check()
      await page.keyboard.press('Escape')
      await expect(page.evaluate(() => document.activeElement?.id)).resolves.toBe('menu-button')
      await expect(box(page).count()).resolves.toBe(0)
      await page.reload()
      await button(page, strings.typeInstead).click()
      await expect(box(page).evaluate((field) => field === document.activeElement)).resolves.toBe(true)
    })
  })
})

inBrowser('the chat page, on a bad network', () => {
  it('sends what was typed without network once, when the network is back', async () => {
    await visit(async ({ page, server }) => {
      await say(page, 'eerst')
      await bubble(page, 'Je zei: eerst').waitFor()
      await page.context().setOffline(true)
      await say(page, 'zonder netwerk')
      await say(page, 'en nog een')
      await page.locator('.delivery').getByText(strings.waiting).first().waitFor()
      await page.locator('.lines').getByText(strings.offline).waitFor()
      await page.context().setOffline(false)
      await bubble(page, 'Je zei: en nog een').waitFor()
      expect(server.received.map(({ text }) => text)).toEqual(['eerst', 'zonder netwerk', 'en nog een'])
      await expect(page.locator('.delivery').getByText(strings.waiting).count()).resolves.toBe(0)
    })
  }, 30_000)

  it('sends once what was typed before a reload without network', async () => {
    await visit(async ({ page, server }) => {
      await say(page, 'eerst')
      await bubble(page, 'Je zei: eerst').waitFor()
      server.faults.sends = { status: 503, count: 1000 }
      await say(page, 'blijft bewaard')
      await page.locator('.delivery').getByText(strings.sending).waitFor()
      await page.reload()
      await bubble(page, 'blijft bewaard').waitFor()
      server.faults.sends = { status: 0, count: 0 }
      await bubble(page, 'Je zei: blijft bewaard').waitFor()
      expect(server.received.map(({ text }) => text)).toEqual(['eerst', 'blijft bewaard'])
    })
  }, 30_000)

  it('does not double a message that arrived without the page hearing so', async () => {
    await visit(async ({ page, server }) => {
      await say(page, 'eerst')
      await bubble(page, 'Je zei: eerst').waitFor()
      server.faults.cutAfterStore = 2
      await say(page, 'komt aan')
      await bubble(page, 'Je zei: komt aan').waitFor()
      await say(page, 'daarna')
      await bubble(page, 'Je zei: daarna').waitFor()
      expect(server.received.map(({ text }) => text)).toEqual(['eerst', 'komt aan', 'daarna'])
      await expect(page.locator('.message[data-from=user]').count()).resolves.toBe(3)
    })
  }, 30_000)

  it('misses nothing and doubles nothing when the socket is lost', async () => {
    await visit(async ({ page, server }) => {
      await say(page, 'een')
      await bubble(page, 'Je zei: een').waitFor()
      server.dropSockets()
      await say(page, 'twee')
      await bubble(page, 'Je zei: twee').waitFor()
      await expect(bubble(page, 'Je zei').count()).resolves.toBe(2)
      expect(server.counts.sockets).toBe(2)
    })
  }, 30_000)

  it('works without sockets', async () => {
    await visit(async ({ page, server }) => {
      server.faults.areSocketsBlocked = true
      await say(page, 'hallo')
      await bubble(page, 'Je zei: hallo').waitFor()
      expect(server.counts.polls).toBeGreaterThan(0)
      await expect(page.getByText(strings.offline).count()).resolves.toBe(0)
    })
  }, 30_000)

  it('gets a new token for the same conversation when the old one has ended', async () => {
    await visit(async ({ page, server }) => {
      await say(page, 'een')
      await bubble(page, 'Je zei: een').waitFor()
      server.faults.areTokensExpired = true
      await say(page, 'twee')
      await bubble(page, 'Je zei: twee').waitFor()
      expect(server.counts).toMatchObject({ tokens: 2, conversations: 1 })
    })
  }, 30_000)

  it('says kindly that the conversation is gone, and sends the message in a new one', async () => {
    await visit(async ({ page, server }) => {
      await say(page, 'een')
      await bubble(page, 'Je zei: een').waitFor()
      server.faults.isForgetful = true
      await say(page, 'twee')
      await bubble(page, 'Je zei: twee').waitFor()
      await page.locator('.lines').getByText(strings.startedAnew).waitFor()
      expect(server.received.map(({ conversationId, text }) => `${conversationId} ${text}`)).toEqual([
        'c1 een',
        'c2 twee',
      ])
      await expect(bubble(page, 'Je zei: een').count()).resolves.toBe(0)
    })
  }, 30_000)

  it('waits as long as a busy server asks', async () => {
    await visit(async ({ page, server }) => {
      server.faults.sends = { status: 429, count: 1, retryAfter: '2' }
      await say(page, 'hallo')
      await bubble(page, 'Je zei: hallo').waitFor()
      expect(server.received).toHaveLength(1)
    })
  }, 30_000)

  it('leaves a refused message to the person', async () => {
    await visit(async ({ page, server }) => {
      server.faults.sends = { status: 400, count: 2 }
      await say(page, 'een')
      await page.getByText(strings.refused).waitFor()
      await say(page, 'twee')
      await button(page, strings.retry).nth(1).waitFor()
      await button(page, strings.remove).first().click()
      await button(page, strings.retry).click()
      await bubble(page, 'Je zei: twee').waitFor()
      expect(server.received.map(({ text }) => text)).toEqual(['twee'])
    })
  }, 30_000)
})

const states: [string, (visit: Visit) => Promise<void>][] = [
  ['the greeting', async () => {}],
  [
    'an answer with its row and buttons',
    async ({ page }) => {
      await say(page, 'mijn uitkering')
      await button(page, 'Een beetje').waitFor()
    },
  ],
  ['the menu', ({ page }) => button(page, strings.menu).click()],
  [
    'a crisis message',
    async ({ page }) => {
      await say(page, 'ik wil niet meer leven')
      await page.getByRole('link', { name: '113 bellen' }).waitFor()
    },
  ],
  [
    'a waiting message without network',
    async ({ page }) => {
      await say(page, 'hallo')
      await bubble(page, 'Je zei: hallo').waitFor()
      await page.context().setOffline(true)
      await say(page, 'ben je er nog')
      await page.locator('.delivery').getByText(strings.waiting).waitFor()
    },
  ],
  [
    'a refused message',
    async ({ page, server }) => {
      server.faults.sends = { status: 400, count: 1 }
      await say(page, 'hallo')
      await button(page, strings.retry).waitFor()
    },
  ],
  [
    'buttons only',
    async ({ page }) => {
      await button(page, strings.menu).click()
      await page.getByLabel(strings.buttonsOnly).check()
      await page.keyboard.press('Escape')
    },
  ],
]

inBrowser.each(states)('%s', (_name, reach) => {
  it.each(['light', 'dark'] as const)('has no WCAG 2.2 AA violation in %s colours', async (colorScheme) => {
    await visit(
      async (seen) => {
        await reach(seen)
        expect(await findViolations(seen.page)).toEqual([])
      },
      { colorScheme },
    )
  })

  it.each([
    ['100 % on 320 px', 320, '100 %'],
    ['200 % on 360 px', 360, '200 %'],
  ])('needs no sideways scrolling at %s, and keeps its targets large', async (_size, width, textSize) => {
    await visit(
      async (seen) => {
        const { page } = seen
        await button(page, strings.menu).click()
        await page.getByLabel(textSize).check()
        await page.keyboard.press('Escape')
        await reach(seen)
        const facts = await page.evaluate(() => ({
          overflow: document.documentElement.scrollWidth - innerWidth,
          small: [...document.querySelectorAll('button, nav a, .call')]
            .map((target) => ({ name: target.textContent, rect: target.getBoundingClientRect() }))
            .filter(({ rect }) => rect.width > 0 && (rect.height < 44 || rect.width < 44 || rect.right > innerWidth))
            .map(({ name }) => name),
        }))
        expect(facts).toEqual({ overflow: 0, small: [] })
      },
      { viewport: { width, height: 640 } },
    )
  })
})
