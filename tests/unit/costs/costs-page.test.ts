import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { GALLERY_SIZES } from '../../../docs/costs/assumptions.ts';
import { readDeployment } from '../../../docs/costs/deployment.ts';
import { monthlyCosts, total } from '../../../docs/costs/monthly-costs.ts';
import { costsPage } from '../../../docs/costs/page.ts';
import { HOST_HOUR } from '../../../docs/costs/unit-prices.ts';
import { CHECKOUT } from '../../runner/run-program.ts';

const ENVIRONMENTS = ['default', 'high-availability'];

test('docs/costs.md is what the templates cost now', () => {
  // Where this fails: npm run costs -- --write.
  expect(readFileSync(path.join(CHECKOUT, 'docs/costs.md'), 'utf8')).toBe(costsPage());
});

test('every instance type that can be chosen has a price', () => {
  const template = parse(readFileSync(path.join(CHECKOUT, 'template.yaml'), 'utf8'), { logLevel: 'error' });
  const types: string[] = ['Web', 'Api', 'Database'].flatMap(
    (role) => template.Parameters[`${role}InstanceType`].AllowedValues,
  );
  expect(types.filter((type) => !(HOST_HOUR[type]! > 0))).toEqual([]);
});

test('every part of every price is a number, and a larger gallery costs more', () => {
  for (const environment of ENVIRONMENTS) {
    const deployment = readDeployment(environment);
    const months = GALLERY_SIZES.map((size) => monthlyCosts(deployment, size));
    for (const month of months) {
      for (const dollars of Object.values(month)) expect(dollars).toBeGreaterThanOrEqual(0);
    }
    const totals = months.map(total);
    expect(totals).toEqual(totals.toSorted((a, b) => a - b));
  }
});

test('the environments of samconfig.toml change the defaults of the template', () => {
  expect(readDeployment('default').parameters['NatGateways']).toBe('one');
  expect(readDeployment('high-availability').parameters['NatGateways']).toBe('one-per-zone');
});

test('an hour of each host and of each NAT gateway is paid', () => {
  const oneNat = { NatGateways: 'one', WebMinHosts: '1', ApiMinHosts: '1' };
  const hosts = {
    WebInstanceType: 't4g.micro',
    ApiInstanceType: 't4g.small',
    DatabaseInstanceType: 'm7g.large',
  };
  const small = monthlyCosts(readDeployment('default', { ...oneNat, ...hosts }), 0);
  expect(small['Hosts (EC2)']).toBeCloseTo((0.0084 + 0.0168 + 0.0816) * 730, 6);
  const large = monthlyCosts(
    readDeployment('default', { ...oneNat, ...hosts, NatGateways: 'one-per-zone' }),
    0,
  );
  // A gateway and its address, less what crosses zones on the way to the only one.
  expect(large['NAT gateways']! - small['NAT gateways']!).toBeCloseTo((0.045 + 0.005) * 730 - 9 * 0.01, 6);
});
