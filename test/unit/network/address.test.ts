import assert from 'node:assert/strict'
import { isPublicAddress } from '../../../server/network/address'

describe('an address of the public internet', () => {
  for (const address of ['8.8.8.8', '37.59.183.73', '172.32.0.1', '100.128.0.1', '2001:4860:4860::8888', '2a01:e0a::1'])
    it(`is ${address}`, () => assert.equal(isPublicAddress(address), true))

  for (const address of [
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    'localhost',
    '',
  ])
    it(`is not ${address || 'nothing'}`, () => assert.equal(isPublicAddress(address), false))
})
