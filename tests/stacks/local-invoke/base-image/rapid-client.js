// Stands where aws-lambda-ric has its native HTTP client, whose build wants cmake, a C++ compiler and two minutes.
// The Runtime API: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
const invocation = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation`;

let answered = Promise.resolve();

/** Waits for the next event. */
exports.next = async () => {
  await answered;
  const answer = await fetch(`${invocation}/next`);
  return { headers: Object.fromEntries(answer.headers), bodyJson: await answer.text() };
};

/** Hands over what the handler returned. */
exports.done = (id, body) => {
  answered = fetch(`${invocation}/${id}/response`, { method: 'POST', body });
};

/** Hands over what the handler threw. */
exports.error = (id, body) => {
  answered = fetch(`${invocation}/${id}/error`, { method: 'POST', body });
};
