# SPDX-License-Identifier: GPL-3.0-or-later
"""A Django site with django-prometheus in one file, for gunicorn: shop:application.

SHOP_PORT exports on a port of its own, SHOP_PORTS="9001-9009" on the first free one of a range; without
either, /metrics of the site tells all. PROMETHEUS_MULTIPROC_DIR does what it always does.
"""
import os
import time

from django.conf import settings

exports = {}
if "SHOP_PORT" in os.environ:
    exports["PROMETHEUS_METRICS_EXPORT_PORT"] = int(os.environ["SHOP_PORT"])
    exports["PROMETHEUS_METRICS_EXPORT_ADDRESS"] = "127.0.0.1"
if "SHOP_PORTS" in os.environ:
    first, last = os.environ["SHOP_PORTS"].split("-")
    exports["PROMETHEUS_METRICS_EXPORT_PORT_RANGE"] = range(int(first), int(last) + 1)
    exports["PROMETHEUS_METRICS_EXPORT_ADDRESS"] = "127.0.0.1"
if "SHOP_NAMESPACE" in os.environ:
    exports["PROMETHEUS_METRIC_NAMESPACE"] = os.environ["SHOP_NAMESPACE"]

settings.configure(
    DEBUG=False,
    SECRET_KEY="of no use",
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    INSTALLED_APPS=["django_prometheus"],
    MIDDLEWARE=[
        "django_prometheus.middleware.PrometheusBeforeMiddleware",
        "django_prometheus.middleware.PrometheusAfterMiddleware",
    ],
    DATABASES={},
    PROMETHEUS_EXPORT_MIGRATIONS=False,
    **exports,
)

import django  # noqa: E402

django.setup()

from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.urls import include, path  # noqa: E402
from prometheus_client import Gauge  # noqa: E402

multiprocess = {"multiprocess_mode": "liveall"} if "PROMETHEUS_MULTIPROC_DIR" in os.environ else {}
usage = Gauge("system_usage", "Load of the machine in percent", ["resource_type"], **multiprocess)
usage.labels("CPU").set(12.5)
usage.labels("Memory").set(40)
users = Gauge("users_online", "Sessions that are in use", ["site"], **multiprocess)
users.labels("shop").set(7)


def index(request):
    time.sleep(0.012)
    return HttpResponse(str(os.getpid()))


def slow(request):
    time.sleep(60)
    return HttpResponse()


def boom(request):
    raise RuntimeError("boom")


urlpatterns = [path("", index), path("boom", boom), path("slow", slow), path("", include("django_prometheus.urls"))]
application = get_wsgi_application()
