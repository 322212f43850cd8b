import { describe, expect, it } from 'vitest';
import { plainAddress, readProxies } from './proxies.ts';

describe('Proxies that are believed', () => {
  it.each([
    ['loopback', ['loopback']],
    ['10.0.0.5', ['10.0.0.5']],
    ['10.0.0.5, 2001:db8::/32  192.168.0.0/16', ['10.0.0.5', '2001:db8::/32', '192.168.0.0/16']],
    ['none', []],
  ])('are read in « %s »', (text, names) => {
    expect(readProxies(text)).toEqual(names);
  });

  it.each([
    'proxy.example.fr',
    '10.0.0.300',
    '10.0.0.0/33',
    '0.0.0.0/0',
    '::/0',
    '2001:db8::/129',
    '10.0.0.0/8/8',
    '10.0.0.0/',
    'none, 10.0.0.5',
    ',',
  ])('are not taken from « %s »', (text) => {
    expect(readProxies(text)).toBeNull();
  });
});

describe('The address of a visitor', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['192.0.2.7:51234', '192.0.2.7'],
    ['2001:db8::1', '2001:db8::1'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['unknown', null],
    ['_hidden', null],
    ['<script>', null],
    ['192.0.2', null],
    ['', null],
  ])('« %s » is %s', (claimed, address) => {
    expect(plainAddress(claimed)).toBe(address);
  });
});
