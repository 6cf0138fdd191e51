"""The floor: a bare Sanic handler that sends back the JSON it gets."""

import sys

from sanic import Request, Sanic
from sanic.response import HTTPResponse, json

app = Sanic("floor", configure_logging=False)


@app.get("/")
async def ready(request: Request) -> HTTPResponse:
    return json({})


@app.post("/echo")
async def echo(request: Request) -> HTTPResponse:
    return json(request.json)


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(sys.argv[1]), single_process=True, access_log=False, motd=False)
