import Derivations
import Expressions
import LaTeX
import Networks
import Testing

@Test func look() throws {
  let texts = """
    x^2*exp(-x^2)
    x/(2*y)
    -x/y
    -1/2*x
    3/2*x*y
    x*y/z*2
    1/n*sum(k, (y[k]-a[k])^2)
    (y-a)/n
    1/n*(y-a)
    1/n*(y-a)*f'(x)
    2*3^x
    2^x*3^y
    x^(1/2)
    x^(-1/2)
    x^(3/2)
    x^(1/3)
    x^(-n)
    x^(n+1)
    (x+1)^2
    (x/y)^2
    (1/2)^x
    (-1)^n
    x^y^z
    (x^y)^z
    exp(x)^2
    1/exp(x)
    exp(1)
    exp(x/2)
    exp(-x^2/2)
    tanh(x)^2
    1-tanh(z)^2
    f(x)^2
    f'(x)^2
    f''(x)*f'''(x)
    phi'(z)
    log(1+exp(z))
    z*(1+erf(z/sqrt(2)))/2
    abs(x)^2
    abs(x/y)
    x*abs(y)*z
    where(z>0, z, 0)
    where(z>0, z, alpha*(exp(z)-1))
    2*where(z>0, 1, 0)*x
    where(z>0, 1, 0) + x
    [i==k]*x
    a[i]*[i==k]
    x*[z>0]
    [not (i==k)]
    [i < k and k < 3]
    sum(j, 1, 4, x[j])*y
    y*sum(j, 1, 4, x[j])
    sum(j, 1, 4, x[j] + y[j])
    sum(j, 1, 4, -x[j])
    sum(j, 1, 4, sum(k, 1, n, w[j,k]))
    sum(j, 1, 4, x[j]) + y
    -sum(k, y[k]*log(a[k]))
    sum(k, y[k]*log(a[k]) + (1-y[k])*log(1-a[k]))
    exp(z[i])/sum(m, exp(z[m]))
    max(x, y)*min(x,2)
    partial(L, w)*partial(z, w)
    partial(x*y, x)
    partial(x^2, x)
    partial((x+y)^2, x)
    partial(f(x), x)
    partial(partial(f(x), x), x)
    partial(partial(L, w), z)
    partial(sum(k, x[k]), y)*z
    partial(L, w)^2
    alpha*beta
    rate*x
    x_1*y
    x1
    w[1,12]
    w[i,0]
    w[n+1]
    x*pi*2
    0.01*x
    1.0507009873554805*x
    x/1000
    0.1*x/y
    2/3
    x - 2
    x - (y - z)
    -(x+y)
    x*(y+z)*(x-y)
    (x+y)*z
    (x+y)*f(z)
    f(x)*g(x)
    f(x)*y
    x*f(y)
    2*f(x)
    sin(x)*cos(x)
    x*sin(x)
    x*exp(x)*(1+x)
    sqrt(x)*y
    sqrt(x+1)/sqrt(y)
    (sqrt(x))^3
    step(x)*relu(x)
    sigmoid(z)*(1-sigmoid(z))
    sigmoid'(z)
    relu'(z)*softmax(z)
    log(x)^2
    asin(x)
    f(x/y)
    (x+1)/(y+1)/(z+1)
    2*(x+1)
    x^2*y^2/(z^2)
    eta*w[i]
    a*(1-a)/n
    """
  for line in texts.split(separator: "\n") {
    var graph = ExpressionGraph()
    let e = try TextParser.parse(String(line), into: &graph)
    print("@@", line.trimmingPrefix(while: { $0 == " " }), "\t", ExpressionPrinter(graph).latex(e), "\t", TextExpressionPrinter(graph).text(e))
  }
}
