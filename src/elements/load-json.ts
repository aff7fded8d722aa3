/** @throws if the server does not answer, or answers without the file */
export async function loadJson<Value>(address: string): Promise<Value> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response.json();
}
