import { expect, it } from '@jest/globals'
import { imagesTable } from '../../../src/report/html/images-table.ts'
import { htmlReport } from '../../../src/report/html/report.ts'
import { manyImages, oneOf, severalImages } from '../many-images.ts'
import { weighIn } from '../sample.ts'

it('the page of several images begins with a table, and each name leads to its details', () => {
  const page = htmlReport(severalImages([oneOf('api', { platforms: 2 }), oneOf('web', { over: true })]))
  expect(page.match(/<table class="images">/g)).toHaveLength(1)
  expect(page.match(/<tr class="(?:good|bad)">/g)).toHaveLength(4)
  for (const [, id] of page.matchAll(/href="#([\w-]+)"/g)) expect(page).toContain(` id="${id}"`)
  expect(page.match(/href="#image-\d"/g)).toHaveLength(2)
  expect(page.indexOf('job</bdi> failed')).toBeLessThan(page.indexOf('<table class="images">'))
  expect(page.indexOf('<table class="images">')).toBeLessThan(page.indexOf('id="image-1"'))
})

it('the page of one image has no such table', () => {
  expect(htmlReport(weighIn())).not.toContain('<table class="images">')
})

it('nothing of a name or a message is HTML', () => {
  const failed = [{ name: '<img>', code: '<b>', message: '<script>' }]
  expect(imagesTable(severalImages([oneOf('<i>')], failed)).markup).not.toMatch(/<(?:img|b|script|i)>/)
})

it('has a row for each of 50 images for 4 platforms', () => {
  expect(imagesTable(manyImages(50, 4)).markup.match(/<tr class=/g)).toHaveLength(201)
})
